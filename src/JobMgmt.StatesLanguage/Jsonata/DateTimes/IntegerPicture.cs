using JobMgmt.StatesLanguage.Jsonata.Numbers;
using JobMgmt.StatesLanguage.Jsonata.Texts;

namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>Analyses a picture of a whole number (XPath Functions and Operators 3.1, fn:format-integer).</summary>
internal static class IntegerPicture
{
    private static readonly int[] _zeros =
    [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
        0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
        0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    /// <exception cref="JsonataException"><c>D3131</c> where digits of different families are mixed.</exception>
    public static IntegerFormat Analyse(string picture)
    {
        var format = new IntegerFormat();
        var semicolon = picture.LastIndexOf(';');
        var primary = semicolon < 0 ? picture : picture.Substring(0, semicolon);
        format.IsOrdinal = semicolon >= 0 && semicolon + 1 < picture.Length && picture[semicolon + 1] == 'o';
        switch (primary)
        {
            case "A" or "a":
                format.Primary = IntegerFormat.Style.Letters;
                format.Case = primary == "A" ? LetterCase.Upper : LetterCase.Lower;
                break;
            case "I" or "i":
                format.Primary = IntegerFormat.Style.Roman;
                format.Case = primary == "I" ? LetterCase.Upper : LetterCase.Lower;
                break;
            case "W" or "Ww" or "w":
                format.Primary = IntegerFormat.Style.Words;
                format.Case = primary == "W" ? LetterCase.Upper : primary == "w" ? LetterCase.Lower : LetterCase.Title;
                break;
            default:
                Digits(primary, format);
                break;
        }

        return format;
    }

    private static void Digits(string picture, IntegerFormat format)
    {
        int? zero = null;
        var position = 0;
        foreach (var character in CodePoints.Split(picture).Reverse())
        {
            var code = char.ConvertToUtf32(character, 0);
            var family = Array.Find(_zeros, z => code >= z && code <= z + 9);
            if (family != 0)
            {
                format.MandatoryDigits++;
                position++;
                zero ??= family;
                if (zero != family)
                {
                    throw new JsonataException("D3131");
                }
            }
            else if (character == "#")
            {
                position++;
                format.OptionalDigits++;
            }
            else
            {
                format.Separators.Add((position, character));
            }
        }

        if (zero is null)
        {
            format.Primary = IntegerFormat.Style.Sequence; // a numbering of the implementation's own: there is none
            format.Token = picture;
            return;
        }

        format.ZeroCode = zero.Value;
        var same = format.Separators.TrueForAll(separator => separator.Character == format.Separators[0].Character);
        format.RegularGroup = same ? PictureAnalysis.Regular(format.Separators.ConvertAll(separator => separator.Position)) : 0;
    }
}
