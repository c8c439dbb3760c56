using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>How many children of a Map Run, or items in them, are in each status.</summary>
internal sealed record MapRunCounts(long Pending, long PendingRedrive, long Running, long Succeeded, long Failed, long TimedOut, long Aborted)
{
    public static MapRunCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    public long Total => Pending + PendingRedrive + Running + Succeeded + Failed + TimedOut + Aborted;

    /// <summary>Those that ended, in whatever way.</summary>
    public long Ended => Succeeded + Failed + TimedOut + Aborted;

    /// <summary>These with so many more in a status.</summary>
    public MapRunCounts Plus(string status, long count) => status switch
    {
        "PENDING" => this with { Pending = Pending + count },
        "PENDING_REDRIVE" => this with { PendingRedrive = PendingRedrive + count },
        "RUNNING" => this with { Running = Running + count },
        "SUCCEEDED" => this with { Succeeded = Succeeded + count },
        "FAILED" => this with { Failed = Failed + count },
        "TIMED_OUT" => this with { TimedOut = TimedOut + count },
        _ => this with { Aborted = Aborted + count },
    };

    /// <summary>As DescribeMapRun answers them.</summary>
    public JsonObject Describe(long resultsWritten) => JsonObject.Of(
        ("pending", Pending),
        ("running", Running),
        ("succeeded", Succeeded),
        ("failed", Failed),
        ("timedOut", TimedOut),
        ("aborted", Aborted),
        ("total", Total),
        ("resultsWritten", resultsWritten),
        ("failuresNotRedrivable", 0),
        ("pendingRedrive", PendingRedrive));
}
