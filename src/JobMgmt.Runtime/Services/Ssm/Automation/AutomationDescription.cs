using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Automation;

/// <summary>The shapes in which automations are told.</summary>
internal sealed class AutomationDescription(RuntimeIdentity identity, DocumentCache documents)
{
    /// <summary>AutomationExecution, with all steps of the document.</summary>
    public JsonObject Execution(StoreConnection connection, AutomationExecution automation)
    {
        var steps = Steps(connection, automation);
        return JsonObject.Of(
            ("AutomationExecutionId", automation.Id),
            ("DocumentName", automation.DocumentName),
            ("DocumentVersion", automation.DocumentVersion),
            ("ExecutionStartTime", automation.Started.EpochSeconds()),
            ("ExecutionEndTime", automation.Ended?.EpochSeconds()),
            ("AutomationExecutionStatus", automation.Status),
            ("StepExecutions", steps),
            ("StepExecutionsTruncated", false),
            ("Parameters", Api(automation.Parameters)),
            ("Outputs", Api(automation.Outputs ?? JsonObject.Empty)),
            ("FailureMessage", Optional(automation.FailureMessage)),
            ("Mode", "Auto"),
            ("ExecutedBy", ExecutedBy),
            ("CurrentStepName", Optional(automation.Ended is null ? automation.CurrentStep : null)),
            ("CurrentAction", Optional(automation.Ended is null ? Action(connection, automation) : null)),
            ("Targets", JsonArray.Empty),
            ("ResolvedTargets", NoTargets));
    }

    /// <summary>AutomationExecutionMetadata.</summary>
    public JsonObject Metadata(StoreConnection connection, AutomationExecution automation) => JsonObject.Of(
        ("AutomationExecutionId", automation.Id),
        ("DocumentName", automation.DocumentName),
        ("DocumentVersion", automation.DocumentVersion),
        ("AutomationExecutionStatus", automation.Status),
        ("ExecutionStartTime", automation.Started.EpochSeconds()),
        ("ExecutionEndTime", automation.Ended?.EpochSeconds()),
        ("ExecutedBy", ExecutedBy),
        ("LogFile", ""),
        ("Outputs", Api(automation.Outputs ?? JsonObject.Empty)),
        ("Mode", "Auto"),
        ("CurrentStepName", Optional(automation.Ended is null ? automation.CurrentStep : null)),
        ("CurrentAction", Optional(automation.Ended is null ? Action(connection, automation) : null)),
        ("FailureMessage", Optional(automation.FailureMessage)),
        ("Targets", JsonArray.Empty),
        ("ResolvedTargets", NoTargets),
        ("AutomationType", "Local"));

    /// <summary>StepExecution of each step, in the document's order; those not reached are Pending.</summary>
    public JsonArray Steps(StoreConnection connection, AutomationExecution automation)
    {
        var document = documents.Get(connection, automation.ContentHash);
        var reached = AutomationStore.Steps(connection, automation.Id).ToDictionary(step => step.Name, StringComparer.Ordinal);
        return new JsonArray(document.Steps.Select(step => Step(document, step, reached.GetValueOrDefault(step.Name))));
    }

    /// <summary>The action of the current step.</summary>
    public string? Action(StoreConnection connection, AutomationExecution automation) =>
        automation.CurrentStep is { } name ? documents.Get(connection, automation.ContentHash).Step(name).Action : null;

    private static JsonObject NoTargets => JsonObject.Of(("ParameterValues", JsonArray.Empty), ("Truncated", false));

    private string ExecutedBy => $"arn:aws:iam::{identity.Account}:root";

    private static JsonObject Step(AutomationDocument document, AutomationStep definition, StepExecution? step)
    {
        var next = document.ValidNextSteps(definition);
        return JsonObject.Of(
            ("StepName", definition.Name),
            ("Action", definition.Action),
            ("TimeoutSeconds", step is null ? definition.TimeoutSeconds as JsonNumber : step.TimeoutSeconds is { } limit ? limit : null),
            ("OnFailure", definition.OnFailure.Text),
            ("MaxAttempts", step is null ? definition.MaxAttempts as JsonNumber : step.MaxAttempts),
            ("ExecutionStartTime", step?.Started.EpochSeconds()),
            ("ExecutionEndTime", step?.Ended?.EpochSeconds()),
            ("StepStatus", step?.Status ?? AutomationStatus.Pending),
            ("ResponseCode", Optional(step?.ResponseCode)),
            ("Inputs", step is null ? JsonObject.Empty : new JsonObject(step.Inputs.Select(input => KeyValuePair.Create(input.Key, (JsonValue)input.Value.ToString())))),
            ("Outputs", Api(step?.Outputs ?? JsonObject.Empty)),
            ("FailureMessage", Optional(step?.FailureMessage)),
            ("FailureDetails", step?.FailureStage is null ? null : JsonObject.Of(
                ("FailureStage", step.FailureStage),
                ("FailureType", step.FailureType),
                ("Details", JsonObject.Of(("VerificationErrorMessage", new JsonArray([step.FailureMessage ?? ""])))))),
            ("StepExecutionId", Optional(step?.Id)),
            ("OverriddenParameters", JsonObject.Empty),
            ("IsEnd", definition.IsEnd),
            ("NextStep", Optional(next is [var only] ? only : null)),
            ("IsCritical", definition.IsCritical),
            ("ValidNextSteps", new JsonArray(next.Select(name => (JsonValue)name))));
    }

    private static JsonObject Api(JsonObject typed) => new(typed.Select(member => KeyValuePair.Create(member.Key, (JsonValue)ParameterTypes.ToApi(member.Value))));

    private static JsonValue? Optional(string? text) => text is null ? null : new JsonString(text);
}
