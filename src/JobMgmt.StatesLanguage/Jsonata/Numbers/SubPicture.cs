namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>A picture, or its half for negative numbers, cut into its parts (XPath Functions and Operators 3.1, 4.7.3).</summary>
internal sealed class SubPicture
{
    public SubPicture(string picture, PictureSymbols symbols)
    {
        Picture = picture;
        Prefix = CutPrefix(picture, symbols);
        Suffix = CutSuffix(picture, symbols);
        Active = Slices.Substring(picture, Prefix.Length, picture.Length - Suffix.Length);
        var exponent = picture.IndexOf(symbols.Exponent, Math.Min(Prefix.Length, picture.Length), StringComparison.Ordinal);
        if (exponent < 0 || exponent > picture.Length - Suffix.Length)
        {
            Mantissa = Active;
        }
        else
        {
            Mantissa = Slices.Substring(Active, 0, exponent); // the place counts from the picture's start, as in the reference implementation
            Exponent = Slices.Substring(Active, exponent + 1, Active.Length);
        }

        var point = Mantissa.IndexOf(symbols.Decimal, StringComparison.Ordinal);
        Integer = point < 0 ? Mantissa : Mantissa.Substring(0, point);
        Fraction = point < 0 ? Suffix : Mantissa.Substring(point + 1);
    }

    public string Picture { get; }

    public string Prefix { get; }

    public string Suffix { get; }

    public string Active { get; }

    public string Mantissa { get; }

    public string? Exponent { get; }

    public string Integer { get; }

    public string Fraction { get; }

    private static string CutPrefix(string picture, PictureSymbols symbols)
    {
        for (var i = 0; i < picture.Length; i++)
        {
            if (Starts(picture[i], symbols))
            {
                return picture.Substring(0, i);
            }
        }

        return string.Empty;
    }

    private static string CutSuffix(string picture, PictureSymbols symbols)
    {
        for (var i = picture.Length - 1; i >= 0; i--)
        {
            if (Starts(picture[i], symbols))
            {
                return picture.Substring(i + 1);
            }
        }

        return string.Empty;
    }

    private static bool Starts(char c, PictureSymbols symbols) => symbols.IsActive(c) && !PictureSymbols.Is(c, symbols.Exponent);
}
