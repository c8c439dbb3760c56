using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>What one attempt of a job comes to in a simulation.</summary>
public sealed record JobReply
{
    /// <summary>The command ends at once, with exit code 0.</summary>
    public static readonly JobReply Success = new();

    /// <summary>What becomes of it where it is held.</summary>
    public HoldReply Hold { get; init; }

    /// <summary>The error with which RunJob answers, such as <c>WorkerBusy</c>; <c>States.Timeout</c>: no answer comes. Null: the command runs and its exit code decides.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause; null: one is made.</summary>
    public string? Cause { get; init; }

    /// <summary>The command's exit code, 0 to 255.</summary>
    public int ExitCode { get; init; }

    /// <summary>What the job tells of its output, where it is to tell something; null: an empty line, or JSON without members.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>Of a job that runs for each item of a list: what the attempts for an item come to, by the item, its index and the attempt; null: the same for every item.</summary>
    public Func<JsonValue, int, int, JobReply>? ForItem { get; init; }

    /// <summary>How long it takes; null: no time, or for <c>WorkerBusy</c> as long as RunJob waits between its tries. A command is stopped at its ExecutionTimeout.</summary>
    public TimeSpan? Duration { get; init; }
}
