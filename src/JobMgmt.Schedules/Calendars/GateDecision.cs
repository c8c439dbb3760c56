namespace JobMgmt.Schedules.Calendars;

/// <summary>Whether a trigger runs on a business day.</summary>
/// <param name="Runs">Whether it runs.</param>
/// <param name="BusinessDate">The business date.</param>
/// <param name="Reason">Why, such as <c>moved from 2026-11-23 (勤労感謝の日)</c>.</param>
public sealed record GateDecision(bool Runs, DateTime BusinessDate, string Reason);
