using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>The details of history events. Payloads are JSON texts within the JSON, as on AWS.</summary>
internal static class EventDetails
{
    private static readonly JsonObject _notTruncated = JsonObject.Of(("truncated", false));

    public static JsonObject Started(PayloadText text, JsonValue input, string roleArn) =>
        JsonObject.Of(("input", text.Of(input)), ("inputDetails", _notTruncated), ("roleArn", roleArn));

    public static JsonObject Entered(PayloadText text, string name, JsonValue input) =>
        JsonObject.Of(("name", name), ("input", text.Of(input)), ("inputDetails", _notTruncated));

    public static JsonObject Exited(PayloadText text, string name, JsonValue output, JsonObject? assigned) => assigned is null
        ? JsonObject.Of(("name", name), ("output", text.Of(output)), ("outputDetails", _notTruncated))
        : JsonObject.Of(
            ("name", name),
            ("output", text.Of(output)),
            ("outputDetails", _notTruncated),
            ("assignedVariables", new JsonObject(assigned
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => new KeyValuePair<string, JsonValue>(member.Key, member.Value.ToString())))),
            ("assignedVariablesDetails", _notTruncated));

    public static JsonObject Output(PayloadText text, JsonValue output) => JsonObject.Of(("output", text.Of(output)), ("outputDetails", _notTruncated));

    /// <summary>Error and cause where they are told; an empty object where neither is.</summary>
    public static JsonObject Failure(string? error, string? cause) =>
        JsonObject.Of(("error", error), ("cause", cause));

    public static JsonObject Input(PayloadText text, JsonValue input) => JsonObject.Of(("input", text.Of(input)), ("inputDetails", _notTruncated));

    /// <summary>Two sets of members in one object.</summary>
    public static JsonObject Join(JsonObject first, JsonObject second) => new(first.Concat(second));
}
