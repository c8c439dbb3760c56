using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>A definition from a tape of choices: always valid, never sensible. An empty tape gives the simplest one, so that failing tapes shrink well.</summary>
internal sealed class RandomMachine
{
    private readonly byte[] _tape;
    private int _at;
    private int _states;

    public RandomMachine(byte[] tape) => _tape = tape;

    public JsonObject Definition()
    {
        var scope = Scope(3);
        return Choose(6) == 1 ? scope.With("TimeoutSeconds", 1 + Choose(30)) : scope;
    }

    public JsonValue Data(int depth = 2) => Choose(depth == 0 ? 4 : 6) switch
    {
        0 => JsonObject.Of(("a", Choose(5)), ("items", new JsonArray(Enumerable.Range(0, Choose(4)).Select(item => (JsonValue)item)))),
        1 => Choose(100) - 50,
        2 => "text",
        3 => JsonValue.Null,
        4 => new JsonArray(Enumerable.Range(0, Choose(4)).Select(_ => Data(depth - 1))),
        _ => JsonObject.Of(("a", Data(depth - 1)), ("b", Data(depth - 1))),
    };

    public int Choose(int count) => _at < _tape.Length ? _tape[_at++] % count : 0;

    private JsonObject Scope(int depth)
    {
        var names = Enumerable.Range(0, 1 + Choose(4)).Select(_ => $"S{_states++}").ToArray();
        var states = names.Select((name, i) => new KeyValuePair<string, JsonValue>(name, State(names, i, depth)));
        return JsonObject.Of(("StartAt", names[0]), ("States", new JsonObject(states.ToArray())));
    }

    private JsonObject State(string[] names, int i, int depth)
    {
        var isLast = i == names.Length - 1;
        var next = isLast ? null : names[i + 1];
        switch (Choose(depth == 0 ? 6 : 8))
        {
            case 1:
                return Work(Flow("Task", next), names)
                    .With("Resource", "arn:aws:states:::" + new[] { "events:putEvents", "states:startExecution.sync:2", "states:startExecution.waitForTaskToken" }[Choose(3)])
                    .With("TimeoutSeconds", 2 + Choose(9));
            case 2:
                return Flow("Wait", next).With("Seconds", Choose(9));
            case 3 when !isLast: // forward only: a loop runs to the 25,000th event, and grows its data on the way
                return JsonObject.Of(
                    ("Type", "Choice"),
                    ("Choices", new JsonArray([JsonObject.Of(("Variable", "$.a"), ("NumericLessThan", Choose(5)), ("Next", names[i + 1 + Choose(names.Length - i - 1)]))])),
                    ("Default", next));
            case 4 when isLast:
                return JsonObject.Of(("Type", "Fail"), ("Error", "E" + Choose(2)));
            case 5 when isLast:
                return JsonObject.Of(("Type", "Succeed"));
            case 6:
                return Work(Flow("Parallel", next), names).With("Branches", new JsonArray(Enumerable.Range(0, 1 + Choose(3)).Select(_ => (JsonValue)Scope(depth - 1)).ToArray()));
            case 7:
                var map = Work(Flow("Map", next), names).With("ItemProcessor", Scope(depth - 1)).With("MaxConcurrency", Choose(3));
                return Choose(2) == 0 ? map.With("ItemsPath", "$.items[*]") : map;
            default:
                var pass = Flow("Pass", next);
                return Choose(4) switch
                {
                    1 => pass.With("Result", Data()),
                    2 => pass.With("Parameters", JsonObject.Of(("id.$", "States.UUID()"), ("items.$", "States.Array(1, $)"), ("a", Choose(4)))),
                    3 => pass.With("Assign", JsonObject.Of(($"v{depth}.$", "$"))).With("ResultPath", "$.r"),
                    _ => pass,
                };
        }
    }

    private static JsonObject Flow(string type, string? next) =>
        next is null ? JsonObject.Of(("Type", type), ("End", true)) : JsonObject.Of(("Type", type), ("Next", next));

    private JsonObject Work(JsonObject state, string[] names)
    {
        var error = new[] { "E0", "States.Timeout", "States.TaskFailed" }[Choose(3)];
        state = Choose(2) == 1
            ? state.With("Retry", new JsonArray([JsonObject.Of(("ErrorEquals", new JsonArray([error])), ("MaxAttempts", Choose(3)), ("JitterStrategy", Choose(2) == 0 ? "NONE" : "FULL"))]))
            : state;
        return Choose(2) == 1
            ? state.With("Catch", new JsonArray([JsonObject.Of(("ErrorEquals", new JsonArray(["States.ALL"])), ("Next", names[^1]), ("ResultPath", Choose(2) == 0 ? "$.error" : null))]))
            : state;
    }
}
