namespace JobMgmt.Schedules.Calendars;

/// <summary>A date that a calendar lists: closed though its weekday is open, or open though its weekday is closed.</summary>
/// <param name="Date">The business date.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Reason">Why, such as the holiday's name; empty where nobody said.</param>
public sealed record CalendarDate(DateTime Date, bool IsOpen, string Reason = "")
{
    /// <summary>The date and its reason: <c>2026-12-31 stock taking</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Date:yyyy-MM-dd} {Reason}").TrimEnd();
}
