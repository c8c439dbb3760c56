using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>Numbers in operators and functions.</summary>
internal static class Numeric
{
    /// <summary>Whether a value is a number, as operators ask.</summary>
    /// <exception cref="JsonataException"><c>D1001</c> where it is infinite.</exception>
    public static bool IsNumeric(JsonValue? value, out double number)
    {
        if (value is not JsonNumber n)
        {
            number = 0;
            return false;
        }

        number = n.ToDouble();
        return double.IsInfinity(number) ? throw new JsonataException("D1001", value: value) : !double.IsNaN(number);
    }

    /// <summary>A number as JavaScript has it.</summary>
    public static JsonNumber Of(double value) => JsonNumber.FromJavaScript(value);

    /// <summary>Math.round: halves go up.</summary>
    public static double RoundHalfUp(double value)
    {
        var floor = Math.Floor(value);
        return value - floor >= 0.5 ? floor + 1 : floor;
    }
}
