using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>The few shapes that our JSONata machines are built from, beside those of <see cref="Asl"/> that both query languages have.</summary>
/// <remarks>
/// Rules for expressions in Choice, Fail and Succeed, and in what a Catch puts out, where an error can't be caught: they hold for a value of any type. <c>x != y</c> is false
/// where a side is missing, so <c>$not(x = y)</c>; <c>and</c> and <c>or</c> evaluate both sides in JSONata 2.0.6, so <c>?:</c> guards what would fail.
/// </remarks>
internal static class JsonataAsl
{
    /// <summary>The state's input, handed on as it is.</summary>
    internal const string Input = "{% $states.input %}";

    /// <summary>The execution's input: every state can read it, so no state has to hand it on.</summary>
    internal const string Given = "$states.context.Execution.Input";

    internal const string EvaluationError = "States.QueryEvaluationError";

    internal static string Expression(string text) => "{% " + text + " %}";

    /// <summary>A text as a literal in an expression; JSONata reads JSON's escapes.</summary>
    internal static string Literal(string text) => new JsonString(text).ToString();

    internal static JsonObject Machine(string comment, string startAt, int timeoutSeconds, IEnumerable<KeyValuePair<string, JsonValue>> states) => JsonObject.Of(
        ("Comment", comment),
        ("QueryLanguage", "JSONata"),
        ("StartAt", startAt),
        ("TimeoutSeconds", timeoutSeconds),
        ("States", new JsonObject(states)));

    internal static JsonObject Choose(string comment, string otherwise, JsonValue? output, params JsonObject[] rules) => JsonObject.Of(
        ("Type", "Choice"), ("Comment", comment), ("Choices", new JsonArray(rules)), ("Output", output), ("Default", otherwise));

    internal static JsonObject When(string condition, JsonValue? output, string next) => JsonObject.Of(
        ("Condition", Expression(condition)), ("Output", output), ("Next", next));

    internal static JsonObject Catcher(string next, JsonValue output, params string[] errors) => JsonObject.Of(
        ("ErrorEquals", Asl.Texts(errors)), ("Output", output), ("Next", next));
}
