namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>What a picture of <c>$formatNumber</c> must not be (XPath Functions and Operators 3.1, 4.7.3). Where several rules are broken the last one is told.</summary>
internal static class PictureRules
{
    /// <exception cref="JsonataException"><c>D3081</c> to <c>D3093</c>.</exception>
    public static void Check(SubPicture parts, PictureSymbols symbols)
    {
        var broken = All(parts, symbols).LastOrDefault(rule => rule.IsBroken);
        if (broken.Code is not null)
        {
            throw new JsonataException(broken.Code);
        }
    }

    private static IEnumerable<(string Code, bool IsBroken)> All(SubPicture parts, PictureSymbols symbols)
    {
        var picture = parts.Picture;
        var point = picture.IndexOf(symbols.Decimal, StringComparison.Ordinal);
        var percent = Has(picture, symbols.Percent) || Has(picture, symbols.PerMille);
        yield return ("D3081", Twice(picture, symbols.Decimal));
        yield return ("D3082", Twice(picture, symbols.Percent));
        yield return ("D3083", Twice(picture, symbols.PerMille));
        yield return ("D3084", Has(picture, symbols.Percent) && Has(picture, symbols.PerMille));
        yield return ("D3085", !parts.Mantissa.Any(symbols.IsAnyDigit));
        yield return ("D3086", !parts.Active.All(symbols.IsActive));
        yield return ("D3087", point >= 0 && (IsAt(picture, point - 1, symbols.Grouping) || IsAt(picture, point + 1, symbols.Grouping)));
        yield return ("D3088", point < 0 && IsAt(parts.Integer, parts.Integer.Length - 1, symbols.Grouping));
        yield return ("D3089", Has(picture, symbols.Grouping + symbols.Grouping));
        var optional = parts.Integer.IndexOf(symbols.Digit, StringComparison.Ordinal);
        yield return ("D3090", optional >= 0 && parts.Integer.Substring(0, optional).Any(symbols.IsDigit));
        optional = parts.Fraction.LastIndexOf(symbols.Digit, StringComparison.Ordinal);
        yield return ("D3091", optional >= 0 && parts.Fraction.Substring(optional).Any(symbols.IsDigit));
        yield return ("D3092", parts.Exponent is { Length: > 0 } && percent);
        yield return ("D3093", parts.Exponent is { } exponent && (exponent.Length == 0 || !exponent.All(symbols.IsDigit)));
    }

    private static bool Has(string text, string symbol) => text.IndexOf(symbol, StringComparison.Ordinal) >= 0;

    private static bool Twice(string text, string symbol) =>
        text.IndexOf(symbol, StringComparison.Ordinal) != text.LastIndexOf(symbol, StringComparison.Ordinal);

    private static bool IsAt(string text, int at, string symbol) => at >= 0 && at < text.Length && PictureSymbols.Is(text[at], symbol);
}
