using JobMgmt.StatesLanguage.Json;
using Xunit.Abstractions;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>The executions that were recorded on AWS, run here and compared event by event. What cannot agree is in conformance-skips.json with its reason.</summary>
public sealed class RecordedExecutionTests
{
    private static readonly Lazy<JsonObject> _skips = new(() =>
        (JsonObject)JsonValue.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "conformance-skips.json"))));

    private readonly ITestOutputHelper _output;

    public RecordedExecutionTests(ITestOutputHelper output) => _output = output;

    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        foreach (var name in Names().Where(name => !_skips.Value.Contains(name)))
        {
            data.Add(name);
        }

        return data;
    }

    [ConformanceTheory]
    [MemberData(nameof(Cases))]
    public void Execution_RunsAsRecorded(string name) => Assert.Null(Difference(Load(name)));

    [ConformanceFact]
    public void Summary_NamesWhatPassesAndSkipsOnlyWhatDoesNot()
    {
        var names = Names().ToArray();
        var failing = names.Where(name => Difference(Load(name)) is not null).ToArray();
        _output.WriteLine($"{names.Length - failing.Length} of {names.Length} recorded executions in scope agree with AWS.");
        Assert.Equal(_skips.Value.Select(skip => skip.Key).Order(), failing.Order());
    }

    private static IEnumerable<string> Names()
    {
        var folder = Path.Combine(ConformanceFolder.Path ?? AppContext.BaseDirectory, "stepfunctions");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(name => ((JsonString)Load(name)["kind"]!).Value == "execution")
                .Order(StringComparer.Ordinal)
            : [];
    }

    private static JsonObject Load(string name) =>
        (JsonObject)JsonValue.Parse(File.ReadAllText(Path.Combine(ConformanceFolder.Path!, "stepfunctions", name)));

    private static string? Difference(JsonObject item)
    {
        var machines = (JsonArray)item["stateMachines"]!;
        foreach (var execution in ((JsonArray)item["executions"]!).Cast<JsonObject>())
        {
            ((JsonNumber)execution["machine"]!).TryToInt64(out var machine);
            var source = ((JsonObject)machines[(int)machine])["definition"]!;
            var (definition, diagnostics) = AslReader.Read(source.ToString());
            if (definition is null)
            {
                return "Refused: " + string.Join("; ", diagnostics);
            }

            var driver = new ExecutionDriver(definition) { Serializes = true, AnswerMapRun = new MapRunPlayer(definition).Play };
            driver.Run(JsonValue.Parse(((JsonString)execution["input"]!).Value));
            if (Difference(execution, driver) is { } difference)
            {
                return $"input {execution["input"]}: {difference}";
            }
        }

        return null;
    }

    private static string? Difference(JsonObject execution, ExecutionDriver driver)
    {
        if (execution["history"] is JsonArray history && RecordedHistory.Difference(history, driver.History()) is { } difference)
        {
            return difference;
        }

        if (execution["output"] is { } output && !(driver.Outcome?.Output is { } ours && RecordedAnswer.Matches(output, (JsonValue)ours.ToString())))
        {
            return $"output {output} expected, {driver.Outcome} found";
        }

        if (execution["description"] is JsonObject description)
        {
            return description["status"]!.Equals((JsonValue)driver.Outcome!.Status)
                && Equals(description["error"], (JsonValue?)(driver.Outcome.Error is { } error ? new JsonString(error) : null))
                ? null
                : $"description {description} expected, {driver.Outcome} found";
        }

        return null;
    }
}
