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

    /// <summary>What the target is sent for an event: the event, a part of it, a constant, or a text made of its parts.</summary>
    public string Payload(JsonObject envelope, EventRule rule, string ruleArn, DateTimeOffset ingested) =>
        Definition.Text("Input") is { } constant ? constant
        : Definition.Text("InputPath") is { } path ? InputTransformer.Select(path, envelope).ToString()
        : Definition.Object("InputTransformer") is { } transformer ? InputTransformer.Parse(Id, transformer).Apply(envelope, rule.Name, ruleArn, ingested)
        : envelope.ToString();
}
