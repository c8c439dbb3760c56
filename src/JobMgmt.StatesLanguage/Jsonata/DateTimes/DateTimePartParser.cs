using System.Globalization;
using System.Text.RegularExpressions;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Finds one part of a date's picture in a text and reads it.</summary>
internal sealed class DateTimePartParser
{
    private DateTimePartParser(char component, string pattern, Func<string, double?>? parse)
    {
        Component = component;
        Pattern = pattern;
        Parse = parse;
    }

    public char Component { get; }

    /// <summary>A regular expression without capturing groups.</summary>
    public string Pattern { get; }

    /// <summary>Reads what was found: null where it means nothing. Null itself for text as it stands.</summary>
    public Func<string, double?>? Parse { get; }

    public static DateTimePartParser Of(DateTimePart part)
    {
        if (part.Literal is not null)
        {
            return new DateTimePartParser('\0', Regex.Escape(part.Literal), null);
        }

        switch (part.Component)
        {
            case 'Z' or 'z':
                return TimeZone(part);
            case 'f':
                return new DateTimePartParser('f', "[0-9]+", Fraction);
        }

        if (part.Integer is { } format)
        {
            var integer = IntegerParser.Of(format);
            return new DateTimePartParser(part.Component, integer.Pattern, text => integer.Parse(text));
        }

        var names = Names(part);
        return new DateTimePartParser(part.Component, "[a-zA-Z]+", text => names.TryGetValue(text, out var value) ? value : null);
    }

    private static double? Fraction(string text) =>
        double.Parse("0." + text.Substring(0, Math.Min(3, text.Length)), NumberStyles.Float, CultureInfo.InvariantCulture) * 1000;

    private static DateTimePartParser TimeZone(DateTimePart part)
    {
        var separator = part.Integer!.RegularGroup > 0 ? part.Integer.Separators[0].Character : null;
        var prefix = part.Component == 'z' ? "GMT" : string.Empty;
        var pattern = prefix + "[-+][0-9]+" + (separator is null ? string.Empty : Regex.Escape(separator) + "[0-9]+");
        return new DateTimePartParser(part.Component, pattern, text => Offset(text.Substring(prefix.Length), separator));
    }

    private static double? Offset(string text, string? separator)
    {
        if (separator is not null)
        {
            var at = text.IndexOf(separator, StringComparison.Ordinal);
            return (IntegerParser.ParseInt(text.Substring(0, at)) * 60) + IntegerParser.ParseInt(text.Substring(at + 1));
        }

        return text.Length - 1 <= 2
            ? IntegerParser.ParseInt(text) * 60
            : (IntegerParser.ParseInt(text.Substring(0, 3)) * 60) + IntegerParser.ParseInt(text.Substring(3));
    }

    private static Dictionary<string, double> Names(DateTimePart part)
    {
        var names = part.Component switch
        {
            'M' or 'x' => DateTimeFields.Months,
            'F' => DateTimeFields.Days,
            'P' => null,
            _ => throw new JsonataException("D3133", value: part.Component.ToString()),
        };
        if (names is null)
        {
            return new Dictionary<string, double>(StringComparer.Ordinal) { ["am"] = 0, ["AM"] = 0, ["pm"] = 1, ["PM"] = 1 };
        }

        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            values[part.MaxWidth is > 0 and var width ? names[i].Substring(0, (int)Math.Min(width, names[i].Length)) : names[i]] = i + 1;
        }

        return values;
    }
}
