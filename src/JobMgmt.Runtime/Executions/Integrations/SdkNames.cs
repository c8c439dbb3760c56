using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>
/// Names between Step Functions and the service models: tasks have Pascal members throughout, the models of Step Functions and Logs camel ones. A member that the model
/// has as text takes an object too: as its JSON text.
/// </summary>
internal static class SdkNames
{
    // maps in answers: their keys are the user's, not the model's
    private static readonly HashSet<string> _maps = ["Parameters", "Tags", "tags", "InputPathsMap", "RuntimeParameters", "Outputs", "Metadata"];

    /// <summary>The operation that a resource names.</summary>
    public static string Operation(TaskResource resource) => FirstUpper(resource.Action);

    /// <summary>A task's parameters as the operation takes them; null members are as good as absent.</summary>
    public static JsonObject Request(string service, string operation, JsonObject parameters) =>
        RequestModel.Of(service) is { } model && model.Request(operation) is { } shape ? Structure(model, shape, parameters) : parameters;

    /// <summary>The member of a structure, by its name in tasks; its key is null where there is none.</summary>
    public static KeyValuePair<string, string> Member(RequestShape shape, string name) =>
        name.Length > 0 && !char.IsLower(name[0]) ? shape.Members.FirstOrDefault(member => FirstUpper(member.Key) == name) : default;

    /// <summary>An operation's answer as a task's output: Pascal members, instants as ISO 8601 text.</summary>
    public static JsonObject Output(string service, JsonObject response) => (JsonObject)Output(response, service, null);

    /// <summary>The exception's name: <c>Exception</c> is added where the code lacks it.</summary>
    public static string Exception(string code) => code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";

    private static JsonObject Structure(RequestModel model, RequestShape shape, JsonObject value)
    {
        var members = new List<KeyValuePair<string, JsonValue>>();
        foreach (var (name, member) in value)
        {
            if (member is not JsonNull)
            {
                var known = Member(shape, name);
                members.Add(KeyValuePair.Create(known.Key ?? name, known.Key is null ? member : Request(model, model.Shape(known.Value), member)));
            }
        }

        return new JsonObject(members);
    }

    private static JsonValue Request(RequestModel model, RequestShape shape, JsonValue value) => (shape.Type, value) switch
    {
        ("structure", JsonObject members) => Structure(model, shape, members),
        ("list", JsonArray items) => new JsonArray(items.Select(item => Request(model, model.Shape(shape.Item!), item))),
        ("map", JsonObject entries) => new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Request(model, model.Shape(shape.Item!), entry.Value)))),
        ("string" or "blob", JsonObject or JsonArray or JsonNumber or JsonBoolean) => new JsonString(value.ToString()),
        ("number", JsonString text) when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => new JsonNumber(text.Value),
        ("boolean", JsonString { Value: "true" or "false" } text) => text.Value == "true",
        ("timestamp", JsonString text) when DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant.EpochSeconds(),
        _ => value,
    };

    private static JsonValue Output(JsonValue value, string service, string? name) => value switch
    {
        JsonObject obj when name is not null && _maps.Contains(name) => obj,
        JsonObject obj => new JsonObject(obj.Select(member => KeyValuePair.Create(service == "dynamodb" ? member.Key : FirstUpper(member.Key), Output(member.Value, service, member.Key)))),
        JsonArray array => new JsonArray(array.Select(item => Output(item, service, null))),
        JsonNumber seconds when service != "logs" && IsInstant(name) => new JsonString(Iso(seconds)), // Logs has its times as numbers in the model itself
        _ => value,
    };

    private static bool IsInstant(string? name) =>
        name is not null && (name.EndsWith("Date", StringComparison.Ordinal) || name.EndsWith("Time", StringComparison.Ordinal) || name is "timestamp" or "ExpiresAfter" or "LastModified" or "Initiated");

    private static string Iso(JsonNumber seconds)
    {
        var instant = JsonObject.Of(("at", seconds)).Instant("at")!.Value;
        return instant.ToString(instant.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
    }

    public static string FirstUpper(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
