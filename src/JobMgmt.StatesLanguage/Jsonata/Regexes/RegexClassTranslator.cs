using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.Regexes;

/// <summary>Rewrites a character class: its escapes, and an opening bracket, which .NET would take for a subtraction.</summary>
internal static class RegexClassTranslator
{
    /// <summary>Rewrites the class that starts after its opening bracket; returns the place after its closing one.</summary>
    public static int Translate(string pattern, int at, StringBuilder result)
    {
        var negated = at < pattern.Length && pattern[at] == '^';
        at += negated ? 1 : 0;
        if (at < pattern.Length && pattern[at] == ']')
        {
            result.Append(negated ? "[\\s\\S]" : "(?!)"); // [^] is any character, [] none
            return at + 1;
        }

        result.Append(negated ? "[^" : "[");
        while (at < pattern.Length && pattern[at] != ']')
        {
            var c = pattern[at++];
            switch (c)
            {
                case '\\':
                    at = RegexEscapes.Translate(pattern, at, result, inClass: true);
                    break;
                case '[':
                    result.Append("\\[");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        if (at >= pattern.Length)
        {
            throw new ArgumentException("Unterminated character class");
        }

        result.Append(']');
        return at + 1;
    }
}
