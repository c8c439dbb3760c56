using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The few shapes of the Amazon States Language that our machines are built from, all in JSONata.</summary>
/// <remarks>
/// Rules for expressions in Choice, Fail and Succeed, and in what a Catch puts out, where an error can't be caught: they hold for a value of any type. <c>x != y</c> is false
/// where a side is missing, so <c>$not(x = y)</c>; <c>and</c> and <c>or</c> evaluate both sides in JSONata 2.0.6, so <c>?:</c> guards what would fail.
/// </remarks>
internal static class Asl
{
    /// <summary>The state's input, handed on as it is.</summary>
    internal const string Input = "{% $states.input %}";

    /// <summary>The execution's input: every state can read it, so no state has to hand it on.</summary>
    internal const string Given = "$states.context.Execution.Input";

    internal const string EvaluationError = "States.QueryEvaluationError";

    /// <summary>An answer that is longer than a state's data may be.</summary>
    internal const string TooMuch = "States.DataLimitExceeded";

    internal static JsonArray Texts(params string[] items) => new(items.Select(item => (JsonValue)item));

    internal static JsonArray List(params JsonValue[] items) => new(items);

    internal static JsonObject Machine(string comment, string startAt, int? timeoutSeconds, IEnumerable<KeyValuePair<string, JsonValue>> states) => JsonObject.Of(
        ("Comment", comment),
        ("QueryLanguage", "JSONata"),
        ("StartAt", startAt),
        ("TimeoutSeconds", timeoutSeconds is { } seconds ? (JsonValue)seconds : null),
        ("States", new JsonObject(states)));

    internal static KeyValuePair<string, JsonValue> State(string name, JsonObject state) => new(name, state);

    internal static JsonObject Choose(string? comment, string otherwise, JsonValue? output, params JsonObject[] rules) => JsonObject.Of(
        ("Type", "Choice"), ("Comment", Optional(comment)), ("Choices", new JsonArray(rules)), ("Output", output), ("Default", otherwise));

    internal static JsonObject When(string condition, JsonValue? output, string next) => JsonObject.Of(
        ("Condition", JsonataText.Expression(condition)), ("Output", output), ("Next", next));

    internal static JsonObject Retrier(double interval, double backoff, int attempts, int? maxDelay, bool jitter, params string[] errors) => JsonObject.Of(
        ("ErrorEquals", Texts(errors)),
        ("IntervalSeconds", (int)interval),
        ("BackoffRate", Number(backoff)),
        ("MaxAttempts", attempts),
        ("MaxDelaySeconds", maxDelay is { } seconds ? (JsonValue)seconds : null),
        ("JitterStrategy", jitter ? (JsonValue)"FULL" : null));

    internal static JsonObject Never(params string[] errors) => JsonObject.Of(("ErrorEquals", Texts(errors)), ("MaxAttempts", 0));

    internal static JsonObject Catcher(string next, JsonValue output, params string[] errors) => JsonObject.Of(
        ("ErrorEquals", Texts(errors)), ("Output", output), ("Next", next));

    internal static JsonValue? Optional(string? text) => text is null ? null : (JsonValue)text;

    /// <summary>A whole number without a fraction, any other as it is: <c>2</c>, <c>1.5</c>.</summary>
    private static JsonValue Number(double value) => value == Math.Floor(value) && value < int.MaxValue ? (JsonValue)(int)value : value;
}
