using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>
/// A definition from a tape of choices, in either query language or both: always valid, never sensible. An empty tape gives the simplest one, so that
/// failing tapes shrink well.
/// </summary>
internal sealed class RandomMachine
{
    private const string Jsonata = "JSONata";
    private static readonly string[] _languages = [string.Empty, "mixed", Jsonata];
    private readonly byte[] _tape;
    private int _at;
    private int _states;
    private string _language = string.Empty;

    public RandomMachine(byte[] tape) => _tape = tape;

    public JsonObject Definition()
    {
        _language = _languages[Choose(3)];
        var scope = Scope(3);
        scope = _language == Jsonata ? scope.With("QueryLanguage", Jsonata) : scope;
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
        if (_language == Jsonata || (_language == "mixed" && Choose(2) == 1))
        {
            var state = JsonataState(names, i, next, depth);
            return _language == Jsonata ? state : state.With("QueryLanguage", Jsonata);
        }

        switch (Choose(depth == 0 ? 6 : 8))
        {
            case 1:
                return Work(Flow("Task", next), names, next)
                    .With("Resource", "arn:aws:states:::" + new[] { "lambda:invoke", "ecs:runTask.sync", "lambda:invoke.waitForTaskToken" }[Choose(3)])
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
                return Work(Flow("Parallel", next), names, next).With("Branches", new JsonArray(Enumerable.Range(0, 1 + Choose(3)).Select(_ => (JsonValue)Scope(depth - 1)).ToArray()));
            case 7:
                var map = Work(Flow("Map", next), names, next).With("ItemProcessor", Scope(depth - 1)).With("MaxConcurrency", Choose(3));
                return Distributed(Choose(2) == 0 ? map.With("ItemsPath", "$.items[*]") : map, JsonObject.Of(("v.$", "$$.Map.Item.Value"), ("id.$", "States.UUID()")));
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

    private JsonObject JsonataState(string[] names, int i, string? next, int depth)
    {
        switch (Choose(depth == 0 ? 6 : 8))
        {
            case 1:
                return Ending(JsonataWork(Flow("Task", next), names, next), depth)
                    .With("Resource", "arn:aws:states:::" + new[] { "lambda:invoke", "ecs:runTask.sync", "lambda:invoke.waitForTaskToken" }[Choose(3)])
                    .With("TimeoutSeconds", Choose(2) == 0 ? "{% 2 + $count($states.input.items) %}" : 5);
            case 2:
                return Ending(Flow("Wait", next), depth).With("Seconds", Choose(2) == 0 ? Choose(9) : "{% $round($random() * 9) %}");
            case 3 when next is not null:
                return JsonObject.Of(
                    ("Type", "Choice"),
                    ("Choices", new JsonArray([JsonObject.Of(
                        ("Condition", new JsonValue[] { "{% $states.input.a < 3 %}", "{% $random() < 0.5 %}", true, "{% $exists($states.input.b) %}" }[Choose(4)]),
                        ("Next", names[i + 1 + Choose(names.Length - i - 1)]),
                        ("Output", Choose(2) == 0 ? null : Template()))])),
                    ("Default", next));
            case 4 when next is null:
                return JsonObject.Of(("Type", "Fail"), ("Error", "{% 'E' & $string($states.input.a) %}"));
            case 5 when next is null:
                return JsonObject.Of(("Type", "Succeed"), ("Output", Template()));
            case 6:
                return Ending(JsonataWork(Flow("Parallel", next), names, next), depth)
                    .With("Branches", new JsonArray(Enumerable.Range(0, 1 + Choose(3)).Select(_ => (JsonValue)Scope(depth - 1)).ToArray()));
            case 7:
                var map = Ending(JsonataWork(Flow("Map", next), names, next), depth).Without("Arguments").With("ItemProcessor", Scope(depth - 1)).With("MaxConcurrency", "{% 1 + 1 %}")
                    .With("Items", new JsonValue[] { "{% $states.input.items %}", "{% [$random(), $random(), $millis()] %}", new JsonArray([1, Template()]) }[Choose(3)]);
                var selector = JsonObject.Of(("a", "{% $states.context.Map.Item.Value %}"), ("items", "{% [1..2] %}"));
                return Distributed(Choose(2) == 0 ? map : map.With("ItemSelector", selector), selector);
            default:
                return Ending(Flow("Pass", next), depth);
        }
    }

    /// <summary>The Map as it is, or distributed, with a selector, a batcher, or neither.</summary>
    private JsonObject Distributed(JsonObject map, JsonObject selector)
    {
        if (Choose(3) != 1)
        {
            return map;
        }

        var config = JsonObject.Of(("Mode", "DISTRIBUTED"), ("ExecutionType", "STANDARD"));
        map = map.With("ItemProcessor", ((JsonObject)map["ItemProcessor"]!).With("ProcessorConfig", config)).With("ToleratedFailureCount", Choose(2));
        return Choose(3) switch
        {
            1 => map.With("ItemSelector", selector),
            2 => map.With("ItemBatcher", JsonObject.Of(("MaxItemsPerBatch", 2), ("BatchInput", JsonObject.Of(("a", 1))))),
            _ => map,
        };
    }

    private JsonObject Ending(JsonObject state, int depth)
    {
        state = Choose(3) == 1 ? state.With("Assign", JsonObject.Of(($"v{depth}", Template()))) : state;
        return Choose(3) == 1 ? state.With("Output", Template()) : state;
    }

    /// <summary>Some fail on some data, which is what they are for.</summary>
    private JsonValue Template() => Choose(9) switch
    {
        0 => "{% $states.input %}",
        1 => "{% $states.input.a %}",
        2 => JsonObject.Of(("a", "{% $random() %}"), ("items", "{% [1..2] %}"), ("id", "{% $uuid() %}")),
        3 => "{% $v3 %}",
        4 => new JsonArray(["{% $now() %}", "{% $states.context.State %}", 3]),
        5 => "{% $shuffle($states.input.items) %}",
        6 => "{% $states.result %}",
        7 => "{% $states.input.a + 1 %}",
        _ => "text",
    };

    private JsonObject JsonataWork(JsonObject state, string[] names, string? next)
    {
        state = Choose(2) == 1 ? state.With("Arguments", Template()) : state;
        state = Choose(2) == 1
            ? state.With("Retry", new JsonArray([JsonObject.Of(("ErrorEquals", new JsonArray(["States.QueryEvaluationError"])), ("MaxAttempts", Choose(3)), ("JitterStrategy", "FULL"))]))
            : state;
        return Choose(2) == 1 && next is not null // forward only
            ? state.With("Catch", new JsonArray([JsonObject.Of(
                ("ErrorEquals", new JsonArray(["States.ALL"])), ("Next", names[^1]), ("Output", Choose(2) == 0 ? "{% $states.errorOutput %}" : Template()))]))
            : state;
    }

    private static JsonObject Flow(string type, string? next) =>
        next is null ? JsonObject.Of(("Type", type), ("End", true)) : JsonObject.Of(("Type", type), ("Next", next));

    private JsonObject Work(JsonObject state, string[] names, string? next)
    {
        var error = new[] { "E0", "States.Timeout", "States.TaskFailed" }[Choose(3)];
        state = Choose(2) == 1
            ? state.With("Retry", new JsonArray([JsonObject.Of(("ErrorEquals", new JsonArray([error])), ("MaxAttempts", Choose(3)), ("JitterStrategy", Choose(2) == 0 ? "NONE" : "FULL"))]))
            : state;
        return Choose(2) == 1 && next is not null // forward only
            ? state.With("Catch", new JsonArray([JsonObject.Of(("ErrorEquals", new JsonArray(["States.ALL"])), ("Next", names[^1]), ("ResultPath", Choose(2) == 0 ? "$.error" : null))]))
            : state;
    }
}
