using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>How an attempt at a step ended.</summary>
/// <param name="Status">Success, Failed, TimedOut or Cancelled.</param>
internal sealed record StepResult(string Status)
{
    private const string Guide = "Please refer to Automation Service Troubleshooting Guide for more diagnosis details.";

    /// <summary>Typed values by name; a failed step may have some too.</summary>
    public JsonObject Outputs { get; init; } = JsonObject.Empty;

    /// <summary>For a branch: where to go.</summary>
    public string? NextStep { get; init; }

    public string? ResponseCode { get; init; }

    public string? FailureMessage { get; init; }

    /// <summary>InputValidation, PreVerification, Invocation or PostVerification.</summary>
    public string? FailureStage { get; init; }

    /// <summary>Action, Permission, Throttling, Verification or Internal.</summary>
    public string? FailureType { get; init; }

    public static StepResult Success(JsonObject? outputs = null) => new(AutomationStatus.Success) { Outputs = outputs ?? JsonObject.Empty };

    /// <summary><c>Step fails when it is PHASE. WHAT. Please refer to…</c>, as AWS words it.</summary>
    public static StepResult Failed(string phase, string what, string stage = "Invocation", string type = "Action", JsonObject? outputs = null) =>
        new(AutomationStatus.Failed)
        {
            FailureMessage = $"Step fails when it is {phase}. {what}. {Guide}",
            FailureStage = stage,
            FailureType = type,
            Outputs = outputs ?? JsonObject.Empty,
        };

    /// <summary><c>Step timed out while step is PHASE. Please refer to…</c>, as AWS words it.</summary>
    public static StepResult TimedOut(string phase) =>
        new(AutomationStatus.TimedOut) { FailureMessage = $"Step timed out while step is {phase}. {Guide}", FailureStage = "Invocation", FailureType = "Action" };

    public static StepResult Cancelled() => new(AutomationStatus.Cancelled);
}
