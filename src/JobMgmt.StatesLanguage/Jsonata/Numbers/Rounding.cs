using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary><c>$round</c>.</summary>
internal static class Rounding
{
    /// <summary>Rounds to so many decimal places, halves to the even neighbour. The point is moved in the number's text, which costs no precision.</summary>
    public static double HalfEven(double value, double places)
    {
        var shifted = places != 0 ? Shift(value, places) : value;
        var result = Numeric.RoundHalfUp(shifted);
        if (Math.Abs(result - shifted) == 0.5 && Math.Abs(result % 2) == 1)
        {
            result--;
        }

        return (places != 0 ? Shift(result, -places) : result) + 0.0; // JSON has no -0
    }

    private static double Shift(double value, double places)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.NaN;
        }

        var text = JavaScriptNumber.Format(value);
        var e = text.IndexOf('e');
        var exponent = places + (e < 0 ? 0 : double.Parse(text.Substring(e + 1), NumberStyles.Float, CultureInfo.InvariantCulture));
        var shifted = (e < 0 ? text : text.Substring(0, e)) + "e" + JavaScriptNumber.Format(exponent);
        return double.TryParse(shifted, NumberStyles.Float, CultureInfo.InvariantCulture, out var result) ? result : double.NaN;
    }
}
