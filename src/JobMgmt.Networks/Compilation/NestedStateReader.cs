using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// Reads a job that is a network back from the state that runs it: a Task that starts a network's state machine and waits for its end. One that gives that machine
/// anything but tags and parameters is left alone: as a job it would lose it.
/// </summary>
internal static class NestedStateReader
{
    private const string Machine = "JobNetwork-";

    // What a job has, and what a run gives by itself.
    private static readonly string[] Members = { NestedState.StartedBy, "tags", "Parameters", JobInput.Trigger, "Rerun" };

    /// <summary>The job; null where the state runs no network.</summary>
    internal static JobDefinition? Read(string name, JsonObject state)
    {
        if (!Waits(Text(state["Resource"])) || (state["Arguments"] ?? state["Parameters"]) is not JsonObject arguments || NetworkOf(Text(arguments["StateMachineArn"])) is not { } network
            || (arguments["Input"] ?? JsonObject.Empty) is not JsonObject input || !input.All(member => Members.Contains(Bare(member.Key)) || JobMarks.IsOne(member.Key))
            || input["tags"] is not (null or JsonString or JsonObject) || input["Parameters"] is not (null or JsonObject))
        {
            return null;
        }

        Func<string, string> read = state.Contains("Arguments") ? JsonataText.Read : text => text;
        var job = new JobDefinition
        {
            Name = name,
            Network = network,
            Parameter = JobStateReader.Tags(input["Parameters"], state.Contains("Arguments") ? ExpressionText.ReadValue : read),
            Tag = JobStateReader.Tags(input["tags"], read),
            Retry = JobRetriers.ReadNested(state["Retry"] as JsonArray),
            Description = Text(state["Comment"]),
        };
        return JobMarks.Read(job, input, read);
    }

    /// <summary>The network whose state machine, or execution, an ARN names: <c>arn:…:stateMachine:Prefix-JobNetwork-load</c>; null where it is none's.</summary>
    internal static string? NetworkOf(string? arn)
    {
        var parts = arn?.Split(':');
        if (!(parts is [.., "stateMachine", _] or [.., "execution", _, _]) || parts.Length < 7)
        {
            return null;
        }

        var at = parts[6].IndexOf(Machine, StringComparison.Ordinal);
        return (at == 0 || (at > 0 && parts[6][at - 1] == '-')) && at + Machine.Length < parts[6].Length ? parts[6].Substring(at + Machine.Length) : null;
    }

    /// <summary>Whether a resource starts an execution and waits for its end: <c>arn:…:states:startExecution.sync:2</c>, or a history's <c>startExecution.sync:2</c>.</summary>
    internal static bool Waits(string? resource) =>
        resource?.EndsWith("startExecution.sync:2", StringComparison.Ordinal) == true || resource?.EndsWith("startExecution.sync", StringComparison.Ordinal) == true;

    private static string Bare(string member) => member.EndsWith(".$", StringComparison.Ordinal) ? member.Substring(0, member.Length - 2) : member;

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
