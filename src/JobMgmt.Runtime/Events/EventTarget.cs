using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>A rule's target, as PutTargets gave it.</summary>
internal sealed record EventTarget(JsonObject Definition)
{
    private const string LogGroupMark = ":log-group:";

    public string Id => Definition.Text("Id")!;

    public string Arn => Definition.Text("Arn")!;

    /// <summary>The log group's name, where the target is one.</summary>
    public string? LogGroup => Arn.IndexOf(LogGroupMark, StringComparison.Ordinal) is >= 0 and var at ? Arn[(at + LogGroupMark.Length)..].Split(':')[0] : null;

    /// <summary>Whether the target is a state machine.</summary>
    public bool IsStateMachine => Arn.Split(':') is [_, _, "states", _, _, "stateMachine", ..];

    /// <summary>Whether the target is an API destination.</summary>
    public bool IsApiDestination => IsApiDestinationArn(Arn);

    /// <summary>Whether the target is an SNS topic.</summary>
    public bool IsTopic => Arn.Split(':') is [_, _, "sns", _, _, _];

    /// <summary>The SSM document's name, where the target is Run Command.</summary>
    public string? Document => Arn.Split(':') is [_, _, "ssm", _, _, var resource] && resource.StartsWith("document/", StringComparison.Ordinal) ? resource["document/".Length..] : null;

    /// <summary>Whether an ARN is an API destination's.</summary>
    public static bool IsApiDestinationArn(string arn) => arn.Split(':') is [_, _, "events", _, _, var resource] && resource.StartsWith("api-destination/", StringComparison.Ordinal);

    /// <summary>The call that hands a payload to the target: a state machine's start, or a command on the nodes that the target names.</summary>
    public (string Service, string Operation, JsonObject Request) Call(string payload) => Document is not { } document
        ? ("states", "StartExecution", JsonObject.Of(("stateMachineArn", Arn), ("input", payload)))
        : ("ssm", "SendCommand", JsonObject.Of(
            ("DocumentName", document),
            ("Targets", (Definition.Object("RunCommandParameters") ?? JsonObject.Empty).List("RunCommandTargets")),
            ("Parameters", JsonValue.TryParse(payload, out var parameters) ? parameters : payload)));

    /// <summary>What the target is sent for an event: the event, a part of it, a constant, or a text made of its parts.</summary>
    public string Payload(JsonObject envelope, EventRule rule, string ruleArn, DateTimeOffset ingested) =>
        Definition.Text("Input") is { } constant ? constant
        : Definition.Text("InputPath") is { } path ? InputTransformer.Select(path, envelope).ToString()
        : Definition.Object("InputTransformer") is { } transformer ? InputTransformer.Parse(Id, transformer).Apply(envelope, rule.Name, ruleArn, ingested)
        : envelope.ToString();
}
