namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>A piece of a date's picture: text as it stands, or a marker in brackets.</summary>
internal sealed class DateTimePart
{
    /// <summary>The text; null for a marker.</summary>
    public string? Literal { get; set; }

    /// <summary>The letter that says what is meant: Y, M, D …</summary>
    public char Component { get; set; }

    /// <summary>How it is written.</summary>
    public string Presentation { get; set; } = string.Empty;

    /// <summary>The letter after that: a, t, c or o.</summary>
    public char Modifier { get; set; }

    public double? MinWidth { get; set; }

    public double? MaxWidth { get; set; }

    /// <summary>A name and not a number, and its case; null for a number.</summary>
    public LetterCase? Names { get; set; }

    public IntegerFormat? Integer { get; set; }

    /// <summary>How many digits a year has; -1 for all.</summary>
    public double YearDigits { get; set; } = -1;
}
