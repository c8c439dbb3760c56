using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>The interpreter's events in the form that <see cref="NetworkRunReader"/> takes: as if they had been read from a target.</summary>
internal static class RunEvents
{
    internal static RunEvent Of(HistoryEvent item)
    {
        var details = item.Details ?? JsonObject.Empty;
        var tellsOutput = item.Type is "TaskSubmitted" or "TaskSucceeded" or "ChoiceStateExited" or "TaskStateExited" or "MapStateExited";
        return new RunEvent(item.Id, item.PreviousEventId, item.Type, item.Timestamp)
        {
            Name = Text(details["name"]),
            Resource = item.Type is "TaskScheduled" or "TaskSubmitted" ? Text(details["resource"]) : null,
            ResourceType = item.Type == "TaskScheduled" ? Text(details["resourceType"]) : null,
            Input = item.Type == "ExecutionStarted" ? Parse(details["input"]) : null,
            Parameters = item.Type == "TaskScheduled" ? Parse(details["parameters"]) : null,
            Output = tellsOutput ? Parse(details["output"]) : null,
            Length = details["length"] is JsonNumber length && length.TryToInt64(out var count) ? (int)count : null,
            Error = Text(details["error"]),
            Cause = Text(details["cause"]),
        };
    }

    private static JsonValue? Parse(JsonValue? text) => Text(text) is { } json && JsonValue.TryParse(json, out var value) ? value : null;

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
