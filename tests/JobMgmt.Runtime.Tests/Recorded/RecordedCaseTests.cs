using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Xunit.Abstractions;

namespace JobMgmt.Runtime.Tests.Recorded;

/// <summary>What real AWS answered, asked again over the wire. What is not so here stands in Cases/conformance-known.json with its reason.</summary>
public sealed class RecordedCaseTests(RecordedCases cases, ITestOutputHelper output) : IClassFixture<RecordedCases>
{
    private static readonly JsonObject _known =
        (JsonObject)JsonValue.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "conformance-known.json")));

    public static TheoryData<string> Names => new(RecordedCases.Names());

    [ConformanceTheory]
    [MemberData(nameof(Names))]
    public void Case_GoesAsRecorded_OrIsKnownNotTo(string name)
    {
        var difference = cases.Differences[name];
        if (Known(name) is not { } reason)
        {
            Assert.True(difference is null, $"{name}: {difference}");
        }
        else
        {
            Assert.True(difference is not null, $"It goes as recorded now: remove it from conformance-known.json ({reason}).");
        }
    }

    [ConformanceTheory]
    [InlineData("stepfunctions")]
    public void Summary_TellsHowManyGoAsRecorded(string folder)
    {
        output.WriteLine($"{folder}: {cases.Differences.Values.Count(difference => difference is null)} of {cases.Differences.Count} cases in scope go as recorded on AWS.");
        foreach (var group in RecordedCases.All().GroupBy(item => item.Name.Split('/')[0]))
        {
            var inScope = group.Where(item => cases.Differences.ContainsKey(item.Name)).ToArray();
            var right = inScope.Count(item => cases.Differences[item.Name] is null);
            output.WriteLine($"  {group.Key}: {right} of {inScope.Length}{(inScope.Length < group.Count() ? $", {group.Count() - inScope.Length} out of scope" : "")}");
        }

        Assert.All(_known, item => Assert.Contains(item.Key, cases.Differences.Keys));
    }

    /// <summary>A case's reason, where it is known not to go as recorded.</summary>
    private static string? Known(string name) => (_known[name] as JsonString)?.Value;
}
