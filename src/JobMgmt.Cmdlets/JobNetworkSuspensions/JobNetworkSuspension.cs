using System.Globalization;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>A time in which what triggers start of a network is held.</summary>
public sealed class JobNetworkSuspension
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>When it begins, in local time.</summary>
    public required DateTime From { get; init; }

    /// <summary>When it ends, in local time; null where it has no end.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Who has suspended it.</summary>
    public string? By { get; init; }

    /// <summary>When that was, in local time.</summary>
    public DateTime? Time { get; init; }

    /// <summary>The period and the reason in one text.</summary>
    public override string ToString()
        => $"suspended from {Write(From)} until {(Until is { } until ? Write(until) : "it is resumed")}{(Reason is null ? "" : ": " + Reason)}";

    /// <summary>Whether a time is in it.</summary>
    internal bool Has(DateTime time) => From <= time && (Until is null || time < Until);

    private static string Write(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
