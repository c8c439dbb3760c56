using System.Globalization;

namespace JobMgmt.Schedules;

/// <summary><c>at(2026-12-31T23:30:00)</c>: once, by the zone's clock. A time that the clock leaves out in spring is as much later as the clock jumps.</summary>
public sealed class AtExpression : ScheduleExpression
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss";
    private const int Position = 4; // behind "at("

    internal AtExpression(string text, string time)
        : base(text) =>
        Time = DateTime.TryParseExact(time, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : throw new ScheduleSyntaxException("", Position, $"'{time}' is no time.", "Write yyyy-mm-ddThh:mm:ss, without a zone.");

    /// <summary>What the zone's clock shows then.</summary>
    public DateTime Time { get; }

    /// <summary>Whether a zone's clock is set past the time, and never shows it.</summary>
    public bool IsLeftOut(TimeZoneInfo zone) => WallClock.FirstInstant(Time, zone) is null;

    /// <summary>After which instant the time still comes where its schedule is made at another one: a time of the minute that has begun is taken, for Scheduler itself is exact to a minute.</summary>
    public static DateTimeOffset TakenFrom(DateTimeOffset made) => made.AddTicks(-(made.UtcTicks % TimeSpan.TicksPerMinute) - 1);

    /// <inheritdoc/>
    public override bool IsOneTime => true;

    /// <inheritdoc/>
    public override DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset origin) =>
        WallClock.InstantAtOrAfter(Time, zone) is var at && at > after ? at : null;
}
