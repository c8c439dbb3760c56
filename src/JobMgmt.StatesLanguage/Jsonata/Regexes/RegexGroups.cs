namespace JobMgmt.StatesLanguage.Jsonata.Regexes;

/// <summary>Lists the capturing groups of a pattern in JavaScript's order.</summary>
internal static class RegexGroups
{
    /// <summary>The groups' names; empty for those without.</summary>
    public static List<string> Names(string pattern)
    {
        var names = new List<string>();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    Group(pattern, i + 1, names);
                    break;
            }
        }

        return names;
    }

    private static void Group(string pattern, int at, List<string> names)
    {
        if (at >= pattern.Length || pattern[at] != '?')
        {
            names.Add(string.Empty);
        }
        else if (at + 2 < pattern.Length && pattern[at + 1] == '<' && pattern[at + 2] is not ('=' or '!'))
        {
            var close = pattern.IndexOf('>', at);
            names.Add(close < 0 ? throw new ArgumentException("Invalid capture group name") : pattern.Substring(at + 2, close - at - 2));
        }
    }
}
