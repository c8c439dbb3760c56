namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>The characters that end a name, and the operators of two characters.</summary>
internal static class Operators
{
    private const string SingleCharacters = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private static readonly string[] _pairs = ["..", ":=", "!=", ">=", "<=", "**", "~>"];

    // From JSONata 2.1; Step Functions is at 2.0.6, where these are syntax errors.
    private static readonly string[] _coalescingPairs = ["?:", "??"];

    public static bool IsOperator(char c) => SingleCharacters.IndexOf(c) >= 0;

    /// <summary>The operator of two characters that starts at a place; null where there is none.</summary>
    public static string? PairAt(string text, int at, bool coalescing) =>
        Find(_pairs, text, at) ?? (coalescing ? Find(_coalescingPairs, text, at) : null);

    private static string? Find(string[] pairs, string text, int at)
    {
        foreach (var pair in pairs)
        {
            if (string.CompareOrdinal(text, at, pair, 0, 2) == 0)
            {
                return pair;
            }
        }

        return null;
    }
}
