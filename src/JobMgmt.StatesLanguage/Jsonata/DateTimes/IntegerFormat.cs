namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>A picture of a whole number, analysed.</summary>
internal sealed class IntegerFormat
{
    /// <summary>How the number is written.</summary>
    internal enum Style
    {
        Decimal,
        Letters,
        Roman,
        Words,
        Sequence,
    }

    public Style Primary { get; set; }

    public LetterCase Case { get; set; } = LetterCase.Lower;

    /// <summary>1st, not 1.</summary>
    public bool IsOrdinal { get; set; }

    /// <summary>The zero of the digits' family.</summary>
    public int ZeroCode { get; set; } = '0';

    public int MandatoryDigits { get; set; }

    public int OptionalDigits { get; set; }

    /// <summary>The size of groups that are all of one size; 0 where they are not.</summary>
    public int RegularGroup { get; set; }

    /// <summary>The separators, with the number of digits right of each, from the right.</summary>
    public List<(int Position, string Character)> Separators { get; } = [];

    /// <summary>How many digits a text has where no other part shows where it ends; 0 for any number.</summary>
    public int ParseWidth { get; set; }

    /// <summary>The picture of a numbering that is not known.</summary>
    public string? Token { get; set; }
}
