using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>An automation as the store holds it.</summary>
internal sealed record AutomationExecution
{
    /// <summary>The order of starts.</summary>
    public long Sequence { get; init; }

    public required string Id { get; init; }

    public string? ClientToken { get; init; }

    /// <summary>Of the start request, to tell a repeated one from another one with the same ClientToken.</summary>
    public required string RequestHash { get; init; }

    public required string DocumentName { get; init; }

    public required string DocumentVersion { get; init; }

    /// <summary>Of the content that it runs, whatever happens to the document.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Typed values by name, defaults filled in.</summary>
    public required JsonObject Parameters { get; init; }

    public JsonArray Tags { get; init; } = JsonArray.Empty;

    public required string Status { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public string? CurrentStep { get; init; }

    /// <summary>Once it has ended: typed values by <c>step.Output</c>.</summary>
    public JsonObject? Outputs { get; init; }

    /// <summary>The final status that a failed critical step has settled: Failed or TimedOut.</summary>
    public string? FailedStatus { get; init; }

    public string? FailureMessage { get; init; }

    /// <summary><c>Cancel</c> or <c>Complete</c> once it was asked to stop.</summary>
    public string? StopType { get; init; }

    /// <summary>When the steps of onCancel must be done; set once the first of them was entered.</summary>
    public DateTimeOffset? StopDeadline { get; init; }

    /// <summary>The current step may be interrupted by the wish to cancel: it is not itself one of onCancel's.</summary>
    public bool MustInterrupt => StopType == "Cancel" && StopDeadline is null;
}
