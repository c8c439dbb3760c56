using System.IO;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>Executions recorded on AWS whose machine is one Pass state with a JSONata expression for its output: what went in, and what came out.</summary>
public sealed class RecordedStateTests
{
    // The function draws by chance.
    private static readonly string[] _random = ["$random", "$uuid", "$now", "$millis"];

    public static TheoryData<string, int> Executions()
    {
        var rows = new TheoryData<string, int>();
        foreach (var file in ConformanceFolder.Path is { } root
            ? Directory.GetFiles(Path.Combine(root, "stepfunctions"), "*.json", SearchOption.AllDirectories)
            : [])
        {
            var row = (JsonObject)JsonValue.Parse(File.ReadAllBytes(file));
            if (row["executions"] is JsonArray executions && Expression(row) is { } text && !_random.Any(name => text.Contains(name, StringComparison.Ordinal)))
            {
                for (var i = 0; i < executions.Count; i++)
                {
                    rows.Add(Path.GetRelativePath(ConformanceFolder.Path!, file), i);
                }
            }
        }

        return rows;
    }

    [ConformanceTheory]
    [MemberData(nameof(Executions), DisableDiscoveryEnumeration = true)]
    public void Evaluate_GivesWhatAwsGave(string file, int number)
    {
        var row = (JsonObject)JsonValue.Parse(File.ReadAllBytes(Path.Combine(ConformanceFolder.Path!, file)));
        var execution = (JsonObject)((JsonArray)row["executions"]!)[number];
        var last = (JsonObject)((JsonArray)execution["history"]!)[^1];
        var states = JsonObject.Of(("input", JsonValue.Parse(execution.Text("input"))));

        var actual = Outcome(Expression(row)!, JsonataBindings.None.With("states", states));

        var succeeded = last["executionSucceededEventDetails"] as JsonObject;
        var failed = last["executionFailedEventDetails"] as JsonObject;
        var expected = succeeded?["output"] ?? failed!["cause"];
        Assert.True(Same(expected!, actual), $"expected {expected}\nactual   {actual}");
    }

    private static string? Expression(JsonObject row) =>
        (row["stateMachines"] as JsonArray)?[0] is JsonObject machine && machine["definition"] is JsonObject definition
        && definition["States"] is JsonObject { Count: 1 } states && states[0].Value is JsonObject state
        && state["Type"] is JsonString { Value: "Pass" } && state["Output"] is JsonString output && StepFunctionsJsonata.IsExpression(output.Value)
        && state["Assign"] is null
            ? output.Value
            : null;

    private static JsonValue Outcome(string expression, JsonataBindings variables)
    {
        try
        {
            return StepFunctionsJsonata.Evaluate(
                StepFunctionsJsonata.Parse(expression), "Output", variables, StepFunctionsJsonata.Environment(JsonataCase.Now, new CountingRandom()));
        }
        catch (QueryEvaluationException error)
        {
            return error.Message;
        }
    }

    // A recorded output is text, or the JSON in it; a cause names the state before the expression.
    private static bool Same(JsonValue expected, JsonValue actual) => expected is JsonString text
        ? text.Value.EndsWith(actual is JsonString cause ? cause.Value : "\0", StringComparison.Ordinal)
            || (JsonValue.TryParse(text.Value, out var parsed) && parsed.Equals(actual))
        : expected.Equals(actual);
}
