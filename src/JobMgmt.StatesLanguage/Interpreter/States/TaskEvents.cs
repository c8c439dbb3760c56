using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>The events of a task attempt: integrations, functions and activities each have their own names and details.</summary>
internal static class TaskEvents
{
    public static void Scheduled(Run run, BranchPosition branch, TaskResource resource, JsonValue parameters, long? timeout, long? heartbeat, string? roleArn)
    {
        var credentials = roleArn is null ? null : JsonObject.Of(("roleArn", roleArn));
        var limits = JsonObject.Of(("timeoutInSeconds", Number(timeout)), ("heartbeatInSeconds", resource.Kind == TaskResourceKind.Lambda ? null : Number(heartbeat)), ("taskCredentials", credentials));
        if (resource.Kind != TaskResourceKind.Service)
        {
            var given = EventDetails.Join(JsonObject.Of(("resource", resource.Arn)), EventDetails.Input(run.Text, parameters));
            run.Emit(branch, Prefix(resource) + "Scheduled", EventDetails.Join(given, limits));
            if (resource.Kind == TaskResourceKind.Lambda)
            {
                run.Emit(branch, "LambdaFunctionStarted", null);
            }

            return;
        }

        var call = JsonObject.Of(("region", Region(run)), ("parameters", run.Text.Of(parameters)));
        run.Emit(branch, "TaskScheduled", EventDetails.Join(Named(resource), EventDetails.Join(call, limits)));
        run.Emit(branch, "TaskStarted", Named(resource));
    }

    public static void Submitted(Run run, BranchPosition branch, TaskResource resource, JsonValue output) =>
        run.Emit(branch, "TaskSubmitted", EventDetails.Join(Named(resource), EventDetails.Output(run.Text, output)));

    public static void Succeeded(Run run, BranchPosition branch, TaskResource resource, JsonValue output) =>
        run.Emit(branch, Prefix(resource) + "Succeeded", EventDetails.Join(Named(resource), EventDetails.Output(run.Text, output)));

    public static void Failed(Run run, BranchPosition branch, TaskResource resource, string? error, string? cause, bool atSubmission) =>
        run.Emit(
            branch,
            Prefix(resource) + (atSubmission && resource.Kind == TaskResourceKind.Service ? "SubmitFailed" : "Failed"),
            EventDetails.Join(Named(resource), EventDetails.Failure(error, cause)));

    public static void TimedOut(Run run, BranchPosition branch, TaskResource resource, string error, string? cause) =>
        run.Emit(branch, Prefix(resource) + "TimedOut", EventDetails.Join(Named(resource), EventDetails.Failure(error, cause)));

    private static string Prefix(TaskResource resource) => resource.Kind switch
    {
        TaskResourceKind.Lambda => "LambdaFunction",
        TaskResourceKind.Activity => "Activity",
        _ => "Task",
    };

    private static JsonObject Named(TaskResource resource) => resource.Kind == TaskResourceKind.Service
        ? JsonObject.Of(("resourceType", resource.ResourceType), ("resource", resource.Resource))
        : JsonObject.Empty;

    private static JsonValue? Number(long? value) => value is { } number ? number : null;

    /// <summary>The Region is the fourth part of every ARN.</summary>
    private static string Region(Run run) => run.Position.Facts.StateMachineArn.Split(':') is { Length: > 3 } parts ? parts[3] : string.Empty;
}
