using System.Text;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Roman numerals.</summary>
internal static class RomanNumerals
{
    private const int Longest = 100_000;

    private static readonly (int Value, string Text)[] _numerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>In small letters; nothing for 0.</summary>
    public static string Format(double value)
    {
        var text = new StringBuilder();
        foreach (var (worth, numeral) in _numerals)
        {
            for (; value >= worth && text.Length < Longest; value -= worth)
            {
                text.Append(numeral);
            }
        }

        return text.ToString();
    }

    /// <summary>Of capital letters.</summary>
    public static double Parse(string text)
    {
        var value = 0.0;
        var max = 1;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var worth = Worth(text[i]);
            if (worth == 0)
            {
                return double.NaN;
            }

            value += worth < max ? -worth : worth;
            max = Math.Max(max, worth);
        }

        return value;
    }

    private static int Worth(char c) => c switch
    {
        'M' => 1000,
        'D' => 500,
        'C' => 100,
        'L' => 50,
        'X' => 10,
        'V' => 5,
        'I' => 1,
        _ => 0,
    };
}
