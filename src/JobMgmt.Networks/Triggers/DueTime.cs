namespace JobMgmt.Networks.Triggers;

/// <summary>A time at which a trigger starts its network.</summary>
/// <param name="Instant">When.</param>
/// <param name="BusinessDate">The business date by its calendar; null without one.</param>
/// <param name="Reason">Why its calendar lets it start then, where that is not simply that it is due; null otherwise.</param>
/// <param name="IsMended">Whether Scheduler itself would pass it over, for daylight saving.</param>
public sealed record DueTime(DateTimeOffset Instant, DateTime? BusinessDate, string? Reason, bool IsMended);
