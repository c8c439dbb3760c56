namespace JobMgmt.StatesLanguage.Choices;

/// <summary>StringMatches' patterns: <c>*</c> stands for any characters, <c>\*</c> for a star, <c>\\</c> for a backslash.</summary>
internal static class WildcardPattern
{
    /// <summary>Whether the whole text matches. Goes back to the last star only, so the time is at most text times pattern.</summary>
    public static bool Matches(string text, string pattern)
    {
        var (at, p) = (0, 0);
        var (star, resume) = (-1, 0);
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (++p, at);
                continue;
            }

            var width = Width(pattern, p);
            if (width > 0 && pattern[p + width - 1] == text[at])
            {
                p += width;
                at++;
            }
            else if (star >= 0)
            {
                p = star;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    // A character is one place wide, an escaped one two; 0 at the end.
    private static int Width(string pattern, int at) =>
        at >= pattern.Length ? 0 : pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is '*' or '\\' ? 2 : 1;
}
