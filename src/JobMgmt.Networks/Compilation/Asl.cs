using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The few shapes of the Amazon States Language that our machines are built from.</summary>
internal static class Asl
{
    /// <summary>Where every machine of ours keeps the error output of what failed.</summary>
    internal const string Failure = "$.failure";

    internal static JsonArray Texts(params string[] items) => new(items.Select(item => (JsonValue)item));

    internal static JsonArray List(params JsonValue[] items) => new(items);

    internal static JsonObject Machine(string comment, string startAt, int? timeoutSeconds, IEnumerable<KeyValuePair<string, JsonValue>> states) => JsonObject.Of(
        ("Comment", comment),
        ("StartAt", startAt),
        ("TimeoutSeconds", timeoutSeconds is { } seconds ? (JsonValue)seconds : null),
        ("States", new JsonObject(states)));

    internal static KeyValuePair<string, JsonValue> State(string name, JsonObject state) => new(name, state);

    /// <summary>A Pass state that makes a new value from paths and intrinsics.</summary>
    internal static JsonObject Shape(string comment, JsonObject parameters, string next, string? resultPath = null) => JsonObject.Of(
        ("Type", "Pass"), ("Comment", comment), ("Parameters", parameters), ("ResultPath", Optional(resultPath)), ("Next", next));

    /// <summary>A Pass state that puts a constant into the data.</summary>
    internal static JsonObject Put(string comment, JsonValue result, string resultPath, string next) => JsonObject.Of(
        ("Type", "Pass"), ("Comment", comment), ("Result", result), ("ResultPath", resultPath), ("Next", next));

    internal static JsonObject Choose(string comment, string otherwise, params JsonObject[] rules) => JsonObject.Of(
        ("Type", "Choice"), ("Comment", comment), ("Choices", new JsonArray(rules)), ("Default", otherwise));

    internal static JsonObject When(JsonObject condition, string next) => condition.With("Next", next);

    internal static JsonObject And(params JsonObject[] conditions) => JsonObject.Of(("And", new JsonArray(conditions)));

    internal static JsonObject Or(params JsonObject[] conditions) => JsonObject.Of(("Or", new JsonArray(conditions)));

    internal static JsonObject Not(JsonObject condition) => JsonObject.Of(("Not", condition));

    internal static JsonObject Is(string variable, string test, JsonValue value) => JsonObject.Of(("Variable", variable), (test, value));

    internal static JsonObject IsPresent(string variable) => Is(variable, "IsPresent", true);

    /// <summary>Whether a string is there. A type test of a missing variable is a runtime error, so presence comes first.</summary>
    internal static JsonObject IsText(string variable) => And(IsPresent(variable), Is(variable, "IsString", true));

    internal static JsonObject Retrier(double interval, double backoff, int attempts, int? maxDelay, bool jitter, params string[] errors) => JsonObject.Of(
        ("ErrorEquals", Texts(errors)),
        ("IntervalSeconds", (int)interval),
        ("BackoffRate", Number(backoff)),
        ("MaxAttempts", attempts),
        ("MaxDelaySeconds", maxDelay is { } seconds ? (JsonValue)seconds : null),
        ("JitterStrategy", jitter ? (JsonValue)"FULL" : null));

    internal static JsonObject Never(params string[] errors) => JsonObject.Of(("ErrorEquals", Texts(errors)), ("MaxAttempts", 0));

    internal static JsonObject Catcher(string next, string resultPath, params string[] errors) => JsonObject.Of(
        ("ErrorEquals", Texts(errors)), ("ResultPath", resultPath), ("Next", next));

    /// <summary>A whole number without a fraction, any other as it is: <c>2</c>, <c>1.5</c>.</summary>
    internal static JsonValue Number(double value) => value == Math.Floor(value) && value < int.MaxValue ? (JsonValue)(int)value : value;

    internal static JsonValue? Optional(string? text) => text is null ? null : (JsonValue)text;
}
