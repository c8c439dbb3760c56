namespace JobMgmt.Schedules.ICalendar;

/// <summary>An iCalendar text is not understood; says where and what would be right.</summary>
public sealed class ICalendarException : FormatException
{
    /// <summary>A fault of an iCalendar text.</summary>
    /// <param name="property">The property: <c>DTSTART</c>, <c>RRULE</c>, …; empty for a line that has none.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="fault">What is wrong, as a sentence.</param>
    /// <param name="fix">What would be right, as a sentence.</param>
    public ICalendarException(string property, int line, string fault, string fix)
        : base(FormattableString.Invariant($"{(property.Length == 0 ? "" : property + ", ")}line {line}: {fault} {fix}"))
    {
        Property = property;
        Line = line;
    }

    /// <summary>The property; empty for a line that has none.</summary>
    public string Property { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
