namespace JobMgmt.StatesLanguage.Jsonata.Numbers;

/// <summary>What a picture asks of the number's text (XPath Functions and Operators 3.1, 4.7.4).</summary>
internal sealed class PictureAnalysis
{
    public PictureAnalysis(SubPicture parts, PictureSymbols symbols)
    {
        Picture = parts.Picture;
        Prefix = parts.Prefix;
        Suffix = parts.Suffix;
        IntegerGroups = Groups(parts, parts.Integer, symbols, toLeft: false);
        FractionGroups = Groups(parts, parts.Fraction, symbols, toLeft: true);
        RegularGroup = Regular(IntegerGroups);
        MinInteger = parts.Integer.Count(symbols.IsDigit);
        Scaling = MinInteger;
        MinFraction = parts.Fraction.Count(symbols.IsDigit);
        MaxFraction = parts.Fraction.Count(symbols.IsAnyDigit);
        MinExponent = parts.Exponent?.Count(symbols.IsDigit) ?? 0;
        Complete(parts, symbols);
    }

    public string Picture { get; }

    public string Prefix { get; }

    public string Suffix { get; }

    public List<int> IntegerGroups { get; }

    public List<int> FractionGroups { get; }

    /// <summary>The size of groups that are all of one size; 0 where they are not.</summary>
    public int RegularGroup { get; }

    public int MinInteger { get; private set; }

    public int Scaling { get; }

    public int MinFraction { get; private set; }

    public int MaxFraction { get; private set; }

    public int MinExponent { get; }

    /// <summary>The greatest common divisor of positions that lie at all its multiples; 0 where they do not.</summary>
    public static int Regular(List<int> positions)
    {
        if (positions.Count == 0)
        {
            return 0;
        }

        var factor = positions.Aggregate(Gcd);
        for (var i = 1; i <= positions.Count; i++)
        {
            if (!positions.Contains(i * factor))
            {
                return 0;
            }
        }

        return factor;
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static List<int> Groups(SubPicture parts, string part, PictureSymbols symbols, bool toLeft)
    {
        var positions = new List<int>();
        var at = part.IndexOf(symbols.Grouping, StringComparison.Ordinal);
        while (at >= 0)
        {
            positions.Add((toLeft ? Slices.Substring(part, 0, at) : Slices.Substring(part, at, part.Length)).Count(symbols.IsAnyDigit));
            at = at + 1 > parts.Integer.Length ? -1 : parts.Integer.IndexOf(symbols.Grouping, at + 1, StringComparison.Ordinal);
        }

        return positions;
    }

    private void Complete(SubPicture parts, PictureSymbols symbols)
    {
        var hasExponent = parts.Exponent is not null;
        if (MinInteger == 0 && MaxFraction == 0)
        {
            if (hasExponent)
            {
                MinFraction = MaxFraction = 1;
            }
            else
            {
                MinInteger = 1;
            }
        }

        if (hasExponent && MinInteger == 0 && parts.Integer.IndexOf(symbols.Digit, StringComparison.Ordinal) >= 0)
        {
            MinInteger = 1;
        }

        if (MinInteger == 0 && MinFraction == 0)
        {
            MinFraction = 1;
        }
    }
}
