namespace JobMgmt.Schedules.DaylightSaving;

/// <summary>A change of a zone's clock.</summary>
/// <param name="Instant">When.</param>
/// <param name="Before">The offset from UTC before it.</param>
/// <param name="After">The offset from it on.</param>
public sealed record ZoneChange(DateTimeOffset Instant, TimeSpan Before, TimeSpan After)
{
    /// <summary>Whether the clock is set forward, so that it never shows some times.</summary>
    public bool IsGap => After > Before;

    /// <summary>The first time that is left out, or shown twice.</summary>
    public DateTime From => Wall(Before < After ? Before : After);

    /// <summary>The first time behind them.</summary>
    public DateTime Until => Wall(Before < After ? After : Before);

    private DateTime Wall(TimeSpan offset) => DateTime.SpecifyKind(Instant.UtcDateTime + offset, DateTimeKind.Unspecified);
}
