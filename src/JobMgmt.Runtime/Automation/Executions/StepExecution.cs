using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>A step that was reached, as the store holds it.</summary>
internal sealed record StepExecution
{
    public required string AutomationId { get; init; }

    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Action { get; init; }

    public required string Status { get; init; }

    /// <summary>From 1.</summary>
    public int Attempt { get; init; } = 1;

    public int MaxAttempts { get; init; } = 1;

    public long? TimeoutSeconds { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>When the running attempt began: timeoutSeconds counts from here.</summary>
    public required DateTimeOffset AttemptStarted { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>With references resolved.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>Typed values by name.</summary>
    public JsonObject Outputs { get; init; } = JsonObject.Empty;

    public string? ResponseCode { get; init; }

    public string? FailureMessage { get; init; }

    public string? FailureStage { get; init; }

    public string? FailureType { get; init; }

    /// <summary>What the action wrote down for itself in this attempt (the id of a command that it sent); null if nothing.</summary>
    public JsonObject? Note { get; init; }
}
