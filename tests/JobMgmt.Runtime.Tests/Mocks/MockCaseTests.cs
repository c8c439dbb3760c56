using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Mocks;

/// <summary>
/// Cases/mocks: a folder a topic, with the mock file, the machines, and in <c>cases.json</c> what is started and what must come of it. <c>history</c> holds
/// <c>id&lt;-previous Type</c>, with the members of the details that matter after it; <c>seconds</c> is how long it takes.
/// </summary>
public sealed class MockCaseTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var folder in Directory.GetDirectories(Folder("mocks")).Order(StringComparer.Ordinal))
        {
            foreach (var item in (JsonArray)Read(folder, "cases.json"))
            {
                rows.Add(Path.GetFileName(folder), StatesDriver.Text((JsonObject)item, "why"), item.ToString());
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Execution_GoesAsTheMocksSay(string folder, string why, string row)
    {
        var item = (JsonObject)JsonValue.Parse(row);
        Assert.True(item.Contains("source"), $"'{why}' names no source.");
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock, mockConfigFile: Path.Combine(Folder("mocks"), folder, "MockConfigFile.json"));
        var states = new StatesDriver(runtime, clock);
        await states.CallAsync("CreateActivity", ("name", "approve"));
        foreach (var machine in (JsonObject)Read(Path.Combine(Folder("mocks"), folder), "machines.json"))
        {
            await states.CreateAsync(machine.Key, machine.Value.ToString());
        }

        var arn = await states.StartAsync($"arn:aws:states:us-east-1:000000000000:stateMachine:{StatesDriver.Text(item, "start")}", (item["input"] ?? JsonObject.Empty).ToString());
        var ended = await states.EndAsync(arn);

        Assert.Equal(item["error"], ended["error"]);
        Assert.Equal(item["cause"] ?? ended["cause"], ended["cause"]);
        Assert.Equal(item["status"], ended["status"]);
        Assert.Equal(item["output"] ?? (ended["output"] is JsonString any ? JsonValue.Parse(any.Value) : null), ended["output"] is JsonString output ? JsonValue.Parse(output.Value) : null);
        Assert.DoesNotContain('#', StatesDriver.Text(ended, "stateMachineArn"));
        if (item["seconds"] is JsonNumber seconds)
        {
            Assert.Equal(seconds.ToDouble(), ((JsonNumber)ended["stopDate"]!).ToDouble() - ((JsonNumber)ended["startDate"]!).ToDouble());
        }

        if (item["history"] is JsonArray expected)
        {
            AssertHistory(expected, await states.HistoryAsync(arn));
        }
    }

    private static void AssertHistory(JsonArray expected, IReadOnlyList<JsonObject> actual)
    {
        Assert.Equal(
            expected.Select(line => ((JsonString)line).Value.Split(" {")[0]), actual.Select(found => $"{found["id"]}<-{found["previousEventId"]} {StatesDriver.Text(found, "type")}"));
        foreach (var (line, found) in expected.Zip(actual, (line, found) => (((JsonString)line).Value, found)))
        {
            if (line.IndexOf('{', StringComparison.Ordinal) is var at and >= 0)
            {
                var details = (JsonObject)found.Single(member => member.Key.EndsWith("EventDetails", StringComparison.Ordinal)).Value;
                Assert.All((JsonObject)JsonValue.Parse(line[at..]), member => Assert.True(member.Value.Equals(details[member.Key]), $"{line}, but {details}"));
            }
        }
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Cases", name);

    private static JsonValue Read(string folder, string file) => JsonValue.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
}
