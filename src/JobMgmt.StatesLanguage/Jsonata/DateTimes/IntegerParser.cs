using System.Globalization;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Reads whole numbers by a picture.</summary>
internal sealed class IntegerParser
{
    private readonly IntegerFormat _format;

    private IntegerParser(IntegerFormat format, string pattern)
    {
        _format = format;
        Pattern = pattern;
    }

    /// <summary>A regular expression that finds such a number in a timestamp.</summary>
    public string Pattern { get; }

    private bool IsUpper => _format.Case == LetterCase.Upper;

    /// <exception cref="JsonataException"><c>D3130</c> for a numbering that is not known.</exception>
    public static IntegerParser Of(IntegerFormat format) => new(format, format.Primary switch
    {
        IntegerFormat.Style.Letters => format.Case == LetterCase.Upper ? "[A-Z]+" : "[a-z]+",
        IntegerFormat.Style.Roman => format.Case == LetterCase.Upper ? "[MDCLXVI]+" : "[mdclxvi]+",
        IntegerFormat.Style.Words => NumberWords.Pattern,
        IntegerFormat.Style.Decimal => "[0-9]"
            + (format.ParseWidth > 0 ? "{" + format.ParseWidth.ToString(CultureInfo.InvariantCulture) + "}" : "+")
            + (format.IsOrdinal ? "(?:th|st|nd|rd)" : string.Empty),
        _ => throw new JsonataException("D3130", value: format.Token),
    });

    /// <summary>The number; not a number where the text has none.</summary>
    public double Parse(string text) => _format.Primary switch
    {
        IntegerFormat.Style.Letters => Letters.Parse(text, IsUpper ? 'A' : 'a'),
        IntegerFormat.Style.Roman => RomanNumerals.Parse(IsUpper ? text : text.ToUpperInvariant()),
        IntegerFormat.Style.Words => NumberWords.Parse(text.ToLowerInvariant()),
        _ => Decimal(text),
    };

    /// <summary>JavaScript's parseInt: the digits at the start.</summary>
    internal static double ParseInt(string text)
    {
        var trimmed = text.Trim();
        var at = trimmed.Length > 0 && trimmed[0] is '+' or '-' ? 1 : 0;
        var start = at;
        while (at < trimmed.Length && trimmed[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at == start ? double.NaN : double.Parse(trimmed.Substring(0, at), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private double Decimal(string text)
    {
        var digits = _format.IsOrdinal ? text.Substring(0, Math.Max(0, text.Length - 2)) : text;
        if (_format.RegularGroup > 0)
        {
            digits = digits.Replace(",", string.Empty);
        }
        else
        {
            foreach (var separator in _format.Separators)
            {
                digits = digits.Replace(separator.Character, string.Empty);
            }
        }

        if (_format.ZeroCode != '0')
        {
            digits = new string(digits.Select(c => unchecked((char)(c - _format.ZeroCode + '0'))).ToArray());
        }

        return ParseInt(digits);
    }
}
