using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary><c>$formatInteger</c>.</summary>
internal static class IntegerFormatter
{
    /// <exception cref="JsonataException"><c>D3130</c> for a numbering that is not known.</exception>
    public static string Format(double value, IntegerFormat format)
    {
        var absolute = Math.Abs(value);
        var text = format.Primary switch
        {
            IntegerFormat.Style.Letters => Letters.Format(absolute, format.Case == LetterCase.Upper ? 'A' : 'a'),
            IntegerFormat.Style.Roman => Cased(RomanNumerals.Format(absolute), format.Case),
            IntegerFormat.Style.Words => Cased(NumberWords.Format(absolute, format.IsOrdinal), format.Case),
            IntegerFormat.Style.Decimal => Decimal(absolute, format),
            _ => throw new JsonataException("D3130", value: format.Token),
        };
        return value < 0 ? "-" + text : text;
    }

    private static string Cased(string text, LetterCase letters) => letters switch
    {
        LetterCase.Upper => text.ToUpperInvariant(),
        LetterCase.Lower => text.ToLowerInvariant(),
        _ => text,
    };

    private static string Decimal(double value, IntegerFormat format)
    {
        var text = JavaScriptNumber.Format(value).PadLeft(format.MandatoryDigits, '0');
        if (format.ZeroCode != '0')
        {
            text = string.Concat(text.Select(c => char.ConvertFromUtf32(c + format.ZeroCode - '0')));
        }

        text = Group(text, format);
        return format.IsOrdinal ? text + OrdinalSuffix(text) : text;
    }

    private static string Group(string text, IntegerFormat format)
    {
        if (format.RegularGroup == 0)
        {
            for (var i = format.Separators.Count - 1; i >= 0; i--)
            {
                var (position, character) = format.Separators[i];
                text = position <= text.Length
                    ? Numbers.Slices.Insert(text, text.Length - position, character)
                    : character + text.Substring(Math.Max(0, (2 * text.Length) - position)); // JavaScript's substr counts from the end then
            }

            return text;
        }

        for (var i = (text.Length - 1) / format.RegularGroup; i > 0; i--)
        {
            text = Numbers.Slices.Insert(text, text.Length - (i * format.RegularGroup), format.Separators[0].Character);
        }

        return text;
    }

    private static string OrdinalSuffix(string text)
    {
        if (text.Length > 1 && text[text.Length - 2] == '1')
        {
            return "th";
        }

        return text[text.Length - 1] switch
        {
            '1' => "st",
            '2' => "nd",
            '3' => "rd",
            _ => "th",
        };
    }
}
