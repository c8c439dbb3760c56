using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>What <c>startExecution.sync</c> gives back: DescribeExecution with Pascal members, and times in milliseconds. <c>.sync:2</c> gives input and output parsed.</summary>
internal static class SyncOutput
{
    public static JsonObject Of(ExecutionRecord child, bool parsed) => JsonObject.Of(
        ("Cause", Text(child.Cause)),
        ("Error", Text(child.Error)),
        ("ExecutionArn", child.Arn),
        ("Input", Data(child.Input, parsed)),
        ("InputDetails", Included),
        ("Name", child.Name),
        ("Output", child.Output is null ? null : Data(child.Output, parsed)),
        ("OutputDetails", child.Output is null ? null : Included),
        ("StartDate", child.Started.ToUnixTimeMilliseconds()),
        ("StateMachineArn", child.StateMachineArn),
        ("Status", child.Status),
        ("StopDate", child.Stopped is { } stopped ? stopped.ToUnixTimeMilliseconds() : null));

    private static JsonObject Included { get; } = JsonObject.Of(("Included", true));

    private static JsonValue Data(string text, bool parsed) => parsed ? JsonValue.Parse(text) : new JsonString(text);

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
