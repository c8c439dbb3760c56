using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>
/// Names between Step Functions and the service models: tasks have Pascal members throughout, the models of Step Functions and Logs camel ones. A member that the model
/// has as text takes an object too: as its JSON text.
/// </summary>
internal static class SdkNames
{
    private static readonly HashSet<string> _camel = ["states", "logs"];

    // the members of the served operations whose text is JSON, or anything
    private static readonly HashSet<string> _texts =
    [
        "AssumeRolePolicyDocument", "Body", "Cause", "Content", "Definition", "Detail", "EventPattern", "Input", "InputTemplate", "Message", "Output", "Policies", "PolicyDocument", "Value",
    ];

    // maps: their keys are the user's, not the model's
    private static readonly HashSet<string> _maps = ["Parameters", "Tags", "tags", "InputPathsMap", "RuntimeParameters", "Outputs", "Metadata"];

    /// <summary>A task's parameters as the operation takes them; null members are as good as absent.</summary>
    public static JsonObject Request(string service, JsonObject parameters) => (JsonObject)Request(parameters, _camel.Contains(service), false);

    /// <summary>An operation's answer as a task's output: Pascal members, instants as ISO 8601 text.</summary>
    public static JsonObject Output(string service, JsonObject response) => (JsonObject)Output(response, service, null);

    /// <summary>The exception's name: <c>Exception</c> is added where the code lacks it.</summary>
    public static string Exception(string code) => code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";

    private static JsonValue Request(JsonValue value, bool camel, bool isMap) => value switch
    {
        JsonObject obj => new JsonObject(obj.Where(member => member.Value is not JsonNull).Select(member => KeyValuePair.Create(
            isMap || !camel ? member.Key : FirstLower(member.Key),
            isMap ? MapValue(member.Value)
            : _texts.Contains(member.Key) && member.Value is (JsonObject or JsonArray) ? new JsonString(member.Value.ToString())
            : Request(member.Value, camel, _maps.Contains(member.Key) && member.Value is JsonObject)))),
        JsonArray array => new JsonArray(array.Select(item => Request(item, camel, false))),
        _ => value,
    };

    private static JsonValue MapValue(JsonValue value) =>
        value is JsonArray items ? new JsonArray(items.Select(item => item is JsonObject or JsonArray ? new JsonString(item.ToString()) : item)) : value;

    private static JsonValue Output(JsonValue value, string service, string? name) => value switch
    {
        JsonObject obj when name is not null && _maps.Contains(name) => obj,
        JsonObject obj => new JsonObject(obj.Select(member => KeyValuePair.Create(FirstUpper(member.Key), Output(member.Value, service, member.Key)))),
        JsonArray array => new JsonArray(array.Select(item => Output(item, service, null))),
        JsonNumber seconds when service != "logs" && IsInstant(name) => new JsonString(Iso(seconds)), // Logs has its times as numbers in the model itself
        _ => value,
    };

    private static bool IsInstant(string? name) =>
        name is not null && (name.EndsWith("Date", StringComparison.Ordinal) || name.EndsWith("Time", StringComparison.Ordinal) || name is "timestamp" or "ExpiresAfter" or "LastModified" or "Initiated");

    private static string Iso(JsonNumber seconds)
    {
        var instant = JsonObject.Of(("at", seconds)).Instant("at")!.Value;
        return instant.ToString(instant.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string FirstLower(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string FirstUpper(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
