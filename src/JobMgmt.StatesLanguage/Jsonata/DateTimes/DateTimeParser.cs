using System.Text.RegularExpressions;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary><c>$toMillis</c> with a picture.</summary>
internal sealed class DateTimeParser
{
    // Which components make a date or a time together: a bit for each of YXMxWwdD and of PHhmsf.
    private const int DateA = 0b10100001;
    private const int DateB = 0b10000010;
    private const int DateC = 0b01010100;
    private const int DateD = 0b01001000;
    private const int TimeA = 0b010111;
    private const int TimeB = 0b101111;

    private readonly Dictionary<char, double?> _components;

    private DateTimeParser(Dictionary<char, double?> components) => _components = components;

    /// <summary>Reads a text; null where it does not look like the picture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="now">The instant that larger components which are missing are taken from.</param>
    /// <exception cref="JsonataException"><c>D3136</c> where what is there makes no instant.</exception>
    public static double? Parse(string text, string picture, long now)
    {
        var parts = DateTimePicture.Analyse(picture).ConvertAll(DateTimePartParser.Of);
        var pattern = "\\A" + string.Concat(parts.Select(part => "(" + part.Pattern + ")")) + "\\z";
        var match = Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return null;
        }

        var components = new Dictionary<char, double?>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i].Parse is { } parse)
            {
                components[parts[i].Component] = parse(match.Groups[i + 1].Value);
            }
        }

        return components.Count == 0 ? null : new DateTimeParser(components).Instant(new CivilTime(now));
    }

    private static bool IsKind(int kind, int mask) => (~kind & mask) == 0 && (kind & mask) != 0;

    private double Instant(CivilTime now)
    {
        var date = Mask("YXMxWwdD");
        var time = Mask("PHhmsf");
        var isB = !IsKind(DateA, date) && IsKind(DateB, date);
        var isC = IsKind(DateC, date);
        var isD = !isC && IsKind(DateD, date);
        var halfDays = !IsKind(TimeA, time) && IsKind(TimeB, time);
        Complete((isB ? "YD" : isC ? "XxwF" : isD ? "XWF" : "YMD") + (halfDays ? "Phmsf" : "Hmsf"), now);
        if (isC || isD)
        {
            throw new JsonataException("D3136"); // dates by weeks cannot be read yet
        }

        return Utc(isB, halfDays) - ((Value('Z') is var z and not 0 ? z : Value('z')) * 60_000);
    }

    private double Utc(bool byDayOfYear, bool halfDays)
    {
        var hours = halfDays ? (Value('h') == 12 ? 0 : Value('h')) + (Value('P') == 1 ? 12 : 0) : Value('H');
        var ofDay = (((((hours * 60) + Value('m')) * 60) + Value('s')) * 1000) + Math.Truncate(Value('f'));
        if (byDayOfYear)
        {
            var first = CivilTime.Utc(Value('Y'), 0);
            var date = new CivilTime((long)(first + ((Value('d') - 1) * 86_400_000))); // beyond the year's end the year stays, oddly
            return CivilTime.Utc(Value('Y'), date.Month, date.Day, ofDay);
        }

        return CivilTime.Utc(Value('Y'), Math.Max(0, Value('M') - 1), Value('D'), ofDay);
    }

    private double Value(char component) => _components.TryGetValue(component, out var value) ? value ?? 0 : 0;

    // A component that is zero counts as missing, as in the reference implementation.
    private int Mask(string components) =>
        components.Aggregate(0, (mask, component) => (mask << 1) | (Value(component) is 0 or double.NaN ? 0 : 1));

    // What is missing before the first component comes from now, what is missing after the last is zero; between there may be no gap.
    private void Complete(string components, CivilTime now)
    {
        var started = false;
        var ended = false;
        foreach (var component in components)
        {
            if (_components.TryGetValue(component, out var value) && value is not null)
            {
                started = true;
                if (ended)
                {
                    throw new JsonataException("D3136");
                }
            }
            else
            {
                _components[component] = started ? ("MDd".IndexOf(component) >= 0 ? 1 : 0) : DateTimeFields.Number(now, component);
                ended |= started;
            }
        }
    }
}
