using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>
/// What a target's call is: StartExecution of a state machine, PutEvents on the bus (templated targets), or any operation that the runtime serves (universal targets,
/// <c>arn:aws:scheduler:::aws-sdk:SERVICE:ACTION</c>).
/// </summary>
internal sealed class ScheduleTargets(OperationTable operations, RuntimeIdentity identity)
{
    private const string Universal = "arn:aws:scheduler:::aws-sdk:";

    // (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html)
    private static readonly string[] _readers =
    [
        "get", "describe", "list", "poll", "receive", "search", "scan", "query", "select", "read", "lookup", "discover", "validate", "batchGet", "batchDescribe", "batchRead",
    ];

    /// <summary>The call of an invocation.</summary>
    /// <exception cref="ServiceException">The target can't be called so.</exception>
    public IntegrationCall Call(ScheduleInvocation invocation)
    {
        var (target, arn) = (invocation.Target, invocation.ScheduleArn(identity));
        var input = target.Text("Input") is { } text
            ? InputKeywords.Replace(text, arn, invocation.ScheduledText, invocation.ExecutionId, invocation.Attempts + 1)
            : null;
        if (UniversalCall(target.Text("Arn")!) is var (service, operation))
        {
            return new IntegrationCall(service, operation, Named(service, operation, SdkRequest(service, operation, input), invocation));
        }

        var payload = input ?? Notification(invocation, arn);
        return target.Object("EventBridgeParameters") is { } parameters
            ? new IntegrationCall("events", "PutEvents", JsonObject.Of(("Entries", new JsonArray([JsonObject.Of(
                ("Source", parameters["Source"]), ("DetailType", parameters["DetailType"]), ("Detail", payload), ("Resources", new JsonArray([arn])))]))))
            : new IntegrationCall("states", "StartExecution", JsonObject.Of(("stateMachineArn", target["Arn"]), ("name", invocation.ExecutionName), ("input", payload)));
    }

    /// <summary>Checks a target when it is given.</summary>
    /// <exception cref="ServiceException">ValidationException.</exception>
    public void Check(JsonObject target)
    {
        var arn = target.Text("Arn")!;
        var input = target.Text("Input") is { } text ? InputKeywords.Replace(text, arn, ScheduleInvocation.Iso(DateTimeOffset.UnixEpoch), new string('0', 16), 1) : null;
        if (UniversalCall(arn) is var (service, operation))
        {
            RequestModel.Of(service)?.Check(operation, Named(service, operation, SdkRequest(service, operation, input), null));
            return;
        }

        CheckTemplated(target, arn.Split(':'));
        if (input is not null && !JsonValue.TryParse(input, out _))
        {
            throw Invalid($"The Input of target {arn} is not JSON.");
        }
    }

    private static void CheckTemplated(JsonObject target, string[] arn)
    {
        var parameters = target.Object("EventBridgeParameters");
        switch (arn)
        {
            case [_, _, "states", _, _, "stateMachine", ..] when parameters is null:
            case [_, _, "events", _, _, "event-bus/default"] when parameters is not null:
                return;
            case [_, _, "events", _, _, "event-bus/default"]:
                throw Invalid("EventBridgeParameters must be specified for the target type eventbridge.");
            case [_, _, "states", _, _, "stateMachine", ..]:
                throw Invalid("EventBridgeParameters can't be specified for the target type states.");
            default:
                throw Invalid($"The local runtime's schedules start state machines, put events on the default bus, and call the operations of the runtime ({Universal}SERVICE:ACTION); the target is {target.Text("Arn")}.");
        }
    }

    private (string Service, string Operation)? UniversalCall(string arn)
    {
        if (!arn.StartsWith(Universal, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = arn[Universal.Length..].Split(':');
        if (parts.Length != 2 || parts[1].Length == 0 || !char.IsLower(parts[1][0]) || ServiceNames.SdkSigning(parts[0]) is not { } service
            || SdkNames.FirstUpper(parts[1]) is var operation && operations.Find(service, operation) is null)
        {
            throw Invalid($"The local runtime serves no {arn}.");
        }

        return _readers.Any(prefix => parts[1].StartsWith(prefix, StringComparison.Ordinal)) ? throw Invalid($"{arn} only reads: it can't be a target.") : (service, SdkNames.FirstUpper(parts[1]));
    }

    private static JsonObject SdkRequest(string service, string operation, string? input)
    {
        if (input is null)
        {
            return JsonObject.Empty;
        }

        return JsonValue.TryParse(input, out var value) && value is JsonObject parameters
            ? SdkNames.Request(service, operation, parameters)
            : throw Invalid("The Input of a universal target must be a JSON object: the operation's request.");
    }

    /// <summary>An execution that is started without a name has the invocation's.</summary>
    private static JsonObject Named(string service, string operation, JsonObject request, ScheduleInvocation? invocation) =>
        invocation is not null && service == "states" && operation == "StartExecution" && !request.Contains("name") ? request.With("name", invocation.ExecutionName) : request;

    /// <summary>What a target without an input is sent.</summary>
    private string Notification(ScheduleInvocation invocation, string arn) => JsonObject.Of(
        ("version", "0"),
        ("id", invocation.EventId.ToString()),
        ("detail-type", "Scheduled Event"),
        ("source", "aws.scheduler"),
        ("account", identity.Account),
        ("time", invocation.ScheduledText),
        ("region", identity.Region),
        ("resources", new JsonArray([arn])),
        ("detail", "{}")).ToString();

    private static ServiceException Invalid(string message) => new("ValidationException", message);
}
