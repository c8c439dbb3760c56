using System.Globalization;
using JobMgmt.StatesLanguage.Jsonata.Parsing;

namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>Numbers in strings: JSON's form, with leading zeros allowed, and whole numbers in hexadecimal, octal or binary.</summary>
internal static class JsonataNumber
{
    public static bool TryParse(string text, out double value)
    {
        value = 0;
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            return TryParseBase(text, out value);
        }

        var start = text.StartsWith("-", StringComparison.Ordinal) ? 1 : 0;
        var digits = start;
        while (digits + 1 < text.Length && text[digits] == '0' && text[digits + 1] is >= '0' and <= '9')
        {
            digits++;
        }

        return NumberScanner.End(text, digits) is var end && end == text.Length && end > digits
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsInfinity(value);
    }

    private static bool TryParseBase(string text, out double value)
    {
        var radix = text[1] is 'x' or 'X' ? 16 : text[1] is 'o' or 'O' ? 8 : 2;
        value = 0;
        for (var i = 2; i < text.Length; i++)
        {
            var digit = Radix.Digits.IndexOf(char.ToLowerInvariant(text[i]));
            if (digit < 0 || digit >= radix)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        return true;
    }
}
