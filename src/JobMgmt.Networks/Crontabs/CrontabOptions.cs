namespace JobMgmt.Networks.Crontabs;

/// <summary>What a crontab does not say of the networks that are made of it.</summary>
public sealed record CrontabOptions
{
    /// <summary>The IANA zone of the machine whose crontab it is; a line below <c>CRON_TZ</c> has that zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>From when on daylight saving is looked at.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What stands before the name of each network.</summary>
    public string NamePrefix { get; init; } = "";

    /// <summary>Worker tags of the networks.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>The channel of all alerts, in place of those that are made of <c>MAILTO</c>.</summary>
    public string? AlertChannel { get; init; }
}
