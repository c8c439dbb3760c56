using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>History events in the form in which GetExecutionHistory answers them, which is the form that the store keeps.</summary>
internal static class ExecutionEvents
{
    private static readonly string[] _data = ["input", "inputDetails", "output", "outputDetails", "parameters", "assignedVariables", "assignedVariablesDetails"];

    public static JsonObject Describe(HistoryEvent item) =>
        JsonObject.Of(
            ("timestamp", item.Timestamp.EpochSeconds()),
            ("type", item.Type),
            ("id", item.Id),
            ("previousEventId", item.PreviousEventId),
            (HistoryEventDetails.MemberName(item.Type), item.Details));

    /// <summary>As asked for by <c>includeExecutionData: false</c>.</summary>
    public static JsonValue WithoutData(JsonValue described) =>
        described is JsonObject item
            ? new JsonObject(item.Select(member => member.Value is JsonObject details ? KeyValuePair.Create(member.Key, (JsonValue)WithoutMembers(details)) : member))
            : described;

    /// <summary>The details without what an execution works on.</summary>
    public static JsonObject WithoutMembers(JsonObject details) => _data.Aggregate(details, (rest, name) => rest.Without(name));
}
