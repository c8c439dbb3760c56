using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Timestamps by ISO 8601, as <c>$toMillis</c> takes them.</summary>
internal static class Iso8601
{
    private static readonly Regex _form = new(
        @"\A([0-9]{4})(?:-([01][0-9]))?(?:-([0-3][0-9]))?(?:T([0-2][0-9]):([0-5][0-9]):([0-5][0-9]))?(\.[0-9]+)?([+-][0-2][0-9]:?[0-5][0-9]|Z)?\z",
        RegexOptions.CultureInvariant);

    public static bool IsTimestamp(string text) => _form.IsMatch(text);

    /// <summary>Date.parse: not a number where a field is out of range. Without an offset it is UTC.</summary>
    public static double Parse(string text)
    {
        var match = _form.Match(text);
        var (month, day, hour) = (Field(match, 2, 1), Field(match, 3, 1), Field(match, 4, 0));
        var isMidnight = hour == 24 && Field(match, 5, 0) == 0 && Field(match, 6, 0) == 0;
        var lacksTime = !match.Groups[4].Success && match.Groups[7].Success;
        if (lacksTime || month is < 1 or > 12 || day is < 1 or > 31 || (hour > 23 && !isMidnight))
        {
            return double.NaN;
        }

        var fraction = match.Groups[7].Success
            ? Math.Floor(double.Parse("0" + match.Groups[7].Value.Substring(0, Math.Min(4, match.Groups[7].Length)), CultureInfo.InvariantCulture) * 1000 + 0.5)
            : 0;
        var seconds = (hour * 3600) + (Field(match, 5, 0) * 60) + Field(match, 6, 0);
        return CivilTime.Date(Field(match, 1, 0), month - 1, day) + (seconds * 1000) + fraction - Offset(match.Groups[8].Value);
    }

    private static double Field(Match match, int group, int missing) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value, NumberStyles.Integer, CultureInfo.InvariantCulture) : missing;

    private static double Offset(string text)
    {
        if (text.Length < 5)
        {
            return 0;
        }

        var digits = text.Replace(":", string.Empty);
        var hours = double.Parse(digits.Substring(1, 2), NumberStyles.Integer, CultureInfo.InvariantCulture);
        var minutes = double.Parse(digits.Substring(3, 2), NumberStyles.Integer, CultureInfo.InvariantCulture);
        return (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes) * 60_000;
    }
}
