namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Finds where a number literal ends: JSON's grammar without the sign, which is an operator here.</summary>
internal static class NumberScanner
{
    /// <summary>The place after the number that starts at a place; that place itself where there is no number.</summary>
    public static int End(string text, int start)
    {
        var at = start;
        if (At(text, at) == '0')
        {
            at++;
        }
        else
        {
            at = Digits(text, at);
        }

        if (at == start)
        {
            return start;
        }

        if (At(text, at) == '.' && IsDigit(At(text, at + 1)))
        {
            at = Digits(text, at + 1);
        }

        if (At(text, at) is 'e' or 'E')
        {
            var exponent = At(text, at + 1) is '-' or '+' ? at + 2 : at + 1;
            at = IsDigit(At(text, exponent)) ? Digits(text, exponent) : at;
        }

        return at;
    }

    private static int Digits(string text, int at)
    {
        while (IsDigit(At(text, at)))
        {
            at++;
        }

        return at;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';
}
