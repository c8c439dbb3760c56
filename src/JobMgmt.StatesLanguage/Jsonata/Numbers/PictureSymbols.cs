using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>The characters that mean something in a picture of <c>$formatNumber</c>, which its options may change.</summary>
internal sealed class PictureSymbols
{
    private readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal)
    {
        ["decimal-separator"] = ".",
        ["grouping-separator"] = ",",
        ["exponent-separator"] = "e",
        ["infinity"] = "Infinity",
        ["minus-sign"] = "-",
        ["NaN"] = "NaN",
        ["percent"] = "%",
        ["per-mille"] = "\u2030",
        ["zero-digit"] = "0",
        ["digit"] = "#",
        ["pattern-separator"] = ";",
    };

    private readonly char _zero;

    public PictureSymbols(JsonObject? options)
    {
        foreach (var option in options ?? JsonObject.Empty)
        {
            _symbols[option.Key] = option.Value is JsonString text ? text.Value : option.Value.ToString();
        }

        var zero = _symbols["zero-digit"];
        _zero = zero.Length > 0 ? zero[0] : '0';
    }

    public string Decimal => _symbols["decimal-separator"];

    public string Grouping => _symbols["grouping-separator"];

    public string Exponent => _symbols["exponent-separator"];

    public string Minus => _symbols["minus-sign"];

    public string Percent => _symbols["percent"];

    public string PerMille => _symbols["per-mille"];

    public string Digit => _symbols["digit"];

    public string Pattern => _symbols["pattern-separator"];

    public char Zero => _zero;

    /// <summary>Whether a character is a mandatory digit.</summary>
    public bool IsDigit(char c) => c >= _zero && c < _zero + 10;

    /// <summary>Whether a character is a digit, mandatory or optional.</summary>
    public bool IsAnyDigit(char c) => IsDigit(c) || Is(c, Digit);

    /// <summary>Whether a character is part of the number and not of what stands around it.</summary>
    public bool IsActive(char c) => IsAnyDigit(c) || Is(c, Decimal) || Is(c, Exponent) || Is(c, Grouping) || Is(c, Pattern);

    /// <summary>The digits of the picture's family in place of 0 to 9.</summary>
    public string Localise(string digits) => _zero == '0' ? digits : new string(digits.Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + _zero) : c).ToArray());

    public static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;
}
