using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Finds the variables in the text of an expression: <c>$name</c> outside of quoted strings.</summary>
internal static class VariableScanner
{
    /// <summary>The names, some of them maybe more than once.</summary>
    /// <param name="text">A path, an intrinsic function call, or a JSONata expression.</param>
    /// <param name="jsonata">In JSONata <c>$name(</c> and the names of its own functions are functions, <c>$states</c> is reserved, and <c>function($name)</c> and <c>$name :=</c> bind names of its own.</param>
    public static IEnumerable<string> Names(string text, bool jsonata)
    {
        var found = new List<string>();
        var bound = new HashSet<string> { "states" };
        var parameters = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\'' or '`' || (jsonata && text[i] == '"'))
            {
                i = EndOfQuoted(text, i);
            }
            else if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '$')
            {
                i = EndOfName(text, i + 2) - 1; // the context object
            }
            else if (text[i] == '$' && EndOfName(text, i + 1) is var end && end > i + 1)
            {
                var name = text.Substring(i + 1, end - i - 1);
                i = end - 1;
                if (jsonata && (parameters || Follows(text, end, ":=")))
                {
                    bound.Add(name);
                }
                else if (!jsonata || !Follows(text, end, "("))
                {
                    found.Add(name);
                }
            }
            else if (text[i] == '(')
            {
                parameters = jsonata && (Precedes(text, i, "function") || Precedes(text, i, "λ"));
            }
            else if (text[i] == ')')
            {
                parameters = false;
            }
        }

        return jsonata ? found.Where(name => !bound.Contains(name) && JsonataFunctions.StepFunctions.Find(name) is null) : found;
    }

    private static int EndOfQuoted(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != text[start])
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static int EndOfName(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '_' || (end > at && char.IsDigit(text[end]))))
        {
            end++;
        }

        return end;
    }

    private static bool Follows(string text, int at, string what) => string.CompareOrdinal(text, SkipSpace(text, at), what, 0, what.Length) == 0;

    private static bool Precedes(string text, int at, string what) => text.Substring(0, at).TrimEnd().EndsWith(what, StringComparison.Ordinal);

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
