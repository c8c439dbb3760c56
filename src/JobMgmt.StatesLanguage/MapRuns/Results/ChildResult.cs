using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Results;

/// <summary>How one child execution of a map run ended, for the results that are exported.</summary>
public sealed record ChildResult
{
    /// <summary>The status of a child execution that never started.</summary>
    public const string Pending = "PENDING";

    /// <summary>SUCCEEDED, FAILED, TIMED_OUT, ABORTED, or <see cref="Pending"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Its input, as JSON text.</summary>
    public required string Input { get; init; }

    /// <summary>Its ARN; null before it started, as what follows.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary><c>arn:…:stateMachine:machine/label</c>.</summary>
    public string? StateMachineArn { get; init; }

    /// <summary>The output of a succeeded one, as JSON text.</summary>
    public string? Output { get; init; }

    /// <summary>The error name of one that did not succeed, if any.</summary>
    public string? Error { get; init; }

    /// <summary>The cause, if any.</summary>
    public string? Cause { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>How often it was redriven.</summary>
    public long RedriveCount { get; init; }

    /// <summary>Whether it succeeded.</summary>
    public bool HasSucceeded => Status == "SUCCEEDED";

    /// <summary>The result with all that is known of the execution, members in AWS's order.</summary>
    internal JsonObject ToJson() => JsonObject.Of(
        ("Cause", Cause),
        ("Error", Error),
        ("ExecutionArn", ExecutionArn),
        ("Input", Input),
        ("InputDetails", JsonObject.Of(("Included", true))),
        ("Name", Name),
        ("Output", Output),
        ("OutputDetails", Output is null ? null : JsonObject.Of(("Included", true))),
        ("RedriveCount", ExecutionArn is null ? null : (JsonValue)RedriveCount),
        ("RedriveStatus", ExecutionArn is null ? null : HasSucceeded ? "NOT_REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN"),
        ("RedriveStatusReason", ExecutionArn is not null && HasSucceeded ? "Execution is SUCCEEDED and cannot be redriven" : null),
        ("StartDate", Text(StartDate)),
        ("StateMachineArn", StateMachineArn),
        ("Status", Status),
        ("StopDate", Text(StopDate)));

    private static string? Text(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
