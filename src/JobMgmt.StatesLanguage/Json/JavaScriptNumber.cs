using System.Globalization;
using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Numbers as JavaScript writes them (ECMA-262, Number::toString): JSONata's number text, and what JSON.stringify gives.</summary>
internal static class JavaScriptNumber
{
    /// <summary>The shortest text that reads back as the same double.</summary>
    public static string Format(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e15)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture); // -0 is written 0
        }

        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, point) = Decompose(Shortest(Math.Abs(value)));
        return (value < 0 ? "-" : string.Empty) + Compose(digits, point);
    }

    /// <summary>
    /// Whether a JSON number's text may stay as it is: a whole number that fits 64 bits, which Step Functions keeps exact.
    /// <c>1.0</c>, <c>1e2</c> and <c>-0</c> are written anew.
    /// </summary>
    public static bool IsCanonical(string text) =>
        text != "-0" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>The value to so many significant digits, as Number.prototype.toPrecision followed by Number does: halves go up.</summary>
    public static double ToPrecision(double value, int digits)
    {
        var text = Math.Abs(value).ToString("E40", CultureInfo.InvariantCulture); // .NET's own rounding takes halves to the even digit
        var e = text.IndexOf('E');
        var all = text.Substring(0, e).Replace(".", string.Empty);
        var kept = decimal.Parse(all.Substring(0, digits), CultureInfo.InvariantCulture) + (all[digits] >= '5' ? 1 : 0);
        var exponent = int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - digits + 1;
        var rounded = kept.ToString(CultureInfo.InvariantCulture) + "E" + exponent.ToString(CultureInfo.InvariantCulture);
        return Math.Sign(value) * double.Parse(rounded, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    // .NET Framework's "R" is not always the shortest and has no exponent to count on: the first of 15, 16 and 17 digits that reads back is.
    private static string Shortest(double value)
    {
        for (var precision = 15; precision < 17; precision++)
        {
            var text = value.ToString("E" + (precision - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(value))
            {
                return text;
            }
        }

        return value.ToString("E16", CultureInfo.InvariantCulture);
    }

    // "1.2300E+004" is the digits 123 with the point after the fifth place.
    private static (string Digits, int Point) Decompose(string scientific)
    {
        var e = scientific.IndexOf('E');
        var mantissa = scientific.Substring(0, e).Replace(".", string.Empty).TrimEnd('0');
        return (mantissa, int.Parse(scientific.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1);
    }

    private static string Compose(string digits, int point)
    {
        var text = new StringBuilder();
        if (point is > 0 and <= 21)
        {
            return point >= digits.Length
                ? text.Append(digits).Append('0', point - digits.Length).ToString()
                : text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point).ToString();
        }

        if (point is > -6 and <= 0)
        {
            return text.Append("0.").Append('0', -point).Append(digits).ToString();
        }

        text.Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        var exponent = point - 1;
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent)).ToString();
    }
}
