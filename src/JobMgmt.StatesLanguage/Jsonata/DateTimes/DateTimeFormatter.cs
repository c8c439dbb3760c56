using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary><c>$fromMillis</c>.</summary>
internal sealed class DateTimeFormatter
{
    private const string Iso8601Picture = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";
    private const double LastMillis = 8.64e15;
    private readonly CivilTime _time;
    private readonly double _offsetHours;
    private readonly double _offsetMinutes;

    private DateTimeFormatter(CivilTime time, double offsetHours, double offsetMinutes)
    {
        _time = time;
        _offsetHours = offsetHours;
        _offsetMinutes = offsetMinutes;
    }

    /// <summary>Writes an instant.</summary>
    /// <param name="millis">The milliseconds since 1970.</param>
    /// <param name="picture">The picture; null for ISO 8601.</param>
    /// <param name="timezone">The offset from UTC as <c>±hhmm</c>; null for none.</param>
    public static string Format(double millis, string? picture, string? timezone)
    {
        var offset = timezone is null ? 0 : IntegerParser.ParseInt(timezone);
        var hours = Math.Floor(offset / 100);
        var minutes = offset % 100;
        var local = millis + (((60 * hours) + minutes) * 60_000);
        if (double.IsNaN(local) || Math.Abs(local) > LastMillis)
        {
            throw new JsonataException("D1001", value: Numbers.Numeric.Of(millis)); // in JavaScript every field is NaN
        }

        var formatter = new DateTimeFormatter(new CivilTime((long)Math.Truncate(local)), hours, minutes);
        return string.Concat(DateTimePicture.Analyse(picture ?? Iso8601Picture).Select(formatter.Part));
    }

    private string Part(DateTimePart part) => part.Literal ?? part.Component switch
    {
        'Z' or 'z' => TimeZone(part),
        'P' => HalfDay(part),
        'C' or 'E' => "ISO",
        _ when part.Names is { } names && part.Component != 'f' => Name(part, names),
        _ => Number(part),
    };

    private string Number(DateTimePart part)
    {
        var value = DateTimeFields.Number(_time, part.Component);
        if (part.Component == 'Y' && part.YearDigits >= 0)
        {
            value %= Math.Pow(10, part.YearDigits);
        }

        return IntegerFormatter.Format(value, part.Integer ?? IntegerPicture.Analyse("1"));
    }

    private string Name(DateTimePart part, LetterCase letters)
    {
        var number = (int)DateTimeFields.Number(_time, part.Component);
        var name = part.Component switch
        {
            'M' or 'x' => DateTimeFields.Months[number - 1],
            'F' => DateTimeFields.Days[number - 1],
            _ => throw new JsonataException("D3133", value: part.Component.ToString()),
        };
        name = letters switch
        {
            LetterCase.Upper => name.ToUpperInvariant(),
            LetterCase.Lower => name.ToLowerInvariant(),
            _ => name,
        };
        return part.MaxWidth is { } width && name.Length > width ? name.Substring(0, Math.Max(0, (int)width)) : name;
    }

    private string HalfDay(DateTimePart part)
    {
        var text = DateTimeFields.Number(_time, 'P') > 0 ? "pm" : "am";
        return part.Names == LetterCase.Upper ? text.ToUpperInvariant() : text;
    }

    private string TimeZone(DateTimePart part)
    {
        var offset = (_offsetHours * 100) + _offsetMinutes;
        if (offset == 0 && part.Modifier == 't')
        {
            return "Z";
        }

        var format = part.Integer!;
        var text = format.RegularGroup > 0 ? IntegerFormatter.Format(offset, format) : format.MandatoryDigits switch
        {
            1 or 2 => IntegerFormatter.Format(_offsetHours, format)
                + (_offsetMinutes != 0 ? ":" + IntegerFormatter.Format(_offsetMinutes, IntegerPicture.Analyse("00")) : string.Empty),
            3 or 4 => IntegerFormatter.Format(offset, format),
            var digits => throw new JsonataException("D3134", value: digits),
        };
        return (part.Component == 'z' ? "GMT" : string.Empty) + (offset >= 0 ? "+" : string.Empty) + text;
    }
}
