using System.Text.RegularExpressions;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly string[] _few =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] _ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
        "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] _decades = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety", "Hundred"];
    private static readonly string[] _magnitudes = ["Thousand", "Million", "Billion", "Trillion"];
    private static readonly Dictionary<string, double> _values = Values();

    /// <summary>A regular expression that finds such words.</summary>
    public static string Pattern { get; } = "(?:" + string.Join("|", _values.Keys.Concat(["and", "[\\-, ]"])) + ")+";

    public static string Format(double value, bool ordinal) => Words(value, false, ordinal);

    /// <summary>The number of words in small letters; not a number where one is not known.</summary>
    public static double Parse(string text)
    {
        var segments = new Stack<double>();
        segments.Push(0);
        foreach (var word in Regex.Split(text, @",\s|\sand\s|[\s\\-]"))
        {
            var value = _values.TryGetValue(word, out var known) ? known : double.NaN;
            var top = segments.Pop();
            if (!(value < 100))
            {
                segments.Push(top * value);
                continue;
            }

            if (top >= 1000)
            {
                segments.Push(top);
                top = 0;
            }

            segments.Push(top + value);
        }

        return segments.Sum();
    }

    private static string Words(double value, bool follows, bool ordinal)
    {
        if (value <= 19)
        {
            return (follows ? " and " : string.Empty) + (ordinal ? _ordinals : _few)[(int)value];
        }

        return value < 100 ? Tens((int)value, follows, ordinal)
            : value < 1000 ? (follows ? ", " : string.Empty) + _few[(int)value / 100] + " Hundred" + Rest(value % 100, ordinal)
            : Thousands(value, follows, ordinal);
    }

    private static string Tens(int value, bool follows, bool ordinal)
    {
        var words = (follows ? " and " : string.Empty) + _decades[(value / 10) - 2];
        return value % 10 > 0 ? words + "-" + Words(value % 10, false, ordinal)
            : ordinal ? words.Substring(0, words.Length - 1) + "ieth"
            : words;
    }

    private static string Thousands(double value, bool follows, bool ordinal)
    {
        var magnitude = (int)Math.Min(Math.Floor(Math.Log10(value) / 3), _magnitudes.Length); // the largest word there is
        var factor = Math.Pow(10, magnitude * 3);
        var mantissa = Math.Floor(value / factor);
        return (follows ? ", " : string.Empty) + Words(mantissa, false, false) + " " + _magnitudes[magnitude - 1]
            + Rest(value - (mantissa * factor), ordinal);
    }

    private static string Rest(double value, bool ordinal) => value > 0 ? Words(value, true, ordinal) : ordinal ? "th" : string.Empty;

    private static Dictionary<string, double> Values()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < _few.Length; i++)
        {
            values[_few[i].ToLowerInvariant()] = i;
        }

        for (var i = 0; i < _ordinals.Length; i++)
        {
            values[_ordinals[i].ToLowerInvariant()] = i;
        }

        for (var i = 0; i < _decades.Length; i++)
        {
            var word = _decades[i].ToLowerInvariant();
            values[word] = (i + 2) * 10;
            values[word.Substring(0, word.Length - 1) + "ieth"] = values[word];
        }

        values["hundredth"] = 100;
        for (var i = 0; i < _magnitudes.Length; i++)
        {
            var word = _magnitudes[i].ToLowerInvariant();
            values[word] = Math.Pow(10, (i + 1) * 3);
            values[word + "th"] = values[word];
        }

        return values;
    }
}
