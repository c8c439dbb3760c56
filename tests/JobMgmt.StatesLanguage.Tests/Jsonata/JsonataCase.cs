using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>A case's expression, run: its result as text, or its error.</summary>
internal sealed class JsonataCase
{
    private const int StepsAMillisecond = 1_000; // a time limit of the suite, counted

    public static readonly DateTimeOffset Now = new(2026, 11, 25, 1, 2, 3, 456, TimeSpan.Zero);

    public JsonValue? Result { get; private init; }

    public JsonataException? Error { get; private init; }

    public static JsonataCase Run(JsonObject row, JsonValue? input)
    {
        try
        {
            var environment = new JsonataEnvironment(Now, new CountingRandom())
            {
                MaxDepth = Number(row, "depth"),
                MaxSteps = (long)Number(row, "timelimit") * StepsAMillisecond,
            };
            var expression = JsonataExpression.Parse(row.Text("expr"));
            return new JsonataCase { Result = expression.Evaluate(input, Bindings(row), environment) };
        }
        catch (JsonataException error)
        {
            return new JsonataCase { Error = error };
        }
    }

    private static JsonataBindings Bindings(JsonObject row) =>
        new(((JsonObject?)row["bindings"] ?? JsonObject.Empty).ToDictionary(member => member.Key, member => member.Value));

    private static int Number(JsonObject row, string name) => row[name] is JsonNumber number ? (int)number.ToDouble() : 0;
}
