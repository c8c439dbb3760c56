using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.MapRuns;

/// <summary>A runtime whose machines are distributed Maps, for tests: buckets, activities, Map Runs and their children.</summary>
internal sealed class MapRunDriver : IAsyncDisposable
{
    private readonly string _dataPath = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
    private TestRuntime _runtime = null!;
    private S3Client _s3 = null!;

    public FakeTimeProvider Clock { get; } = new(StatesDriver.Noon);

    public StatesDriver States { get; private set; } = null!;

    public TestRuntime Runtime => _runtime;

    public static async Task<MapRunDriver> StartAsync()
    {
        var driver = new MapRunDriver();
        await driver.OpenAsync();
        return driver;
    }

    /// <summary>Stops the runtime and starts it again.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        ScratchFolder.Delete(_dataPath);
    }

    /// <summary>Creates a machine of one Map, whose item processor has one state.</summary>
    /// <param name="map">The fields of the Map besides those that all have.</param>
    /// <param name="item">The state that each item goes through, without End.</param>
    /// <param name="type">STANDARD or EXPRESS.</param>
    /// <param name="machine">The fields of the machine.</param>
    public Task<string> CreateAsync(string map, string item = """{"Type":"Pass"}""", string type = "STANDARD", string machine = "{}")
    {
        var processor = JsonObject.Of(
            ("ProcessorConfig", JsonObject.Of(("Mode", "DISTRIBUTED"), ("ExecutionType", type))),
            ("StartAt", "One"),
            ("States", JsonObject.Of(("One", Parse(item).With("End", true)))));
        var state = Merge(JsonObject.Of(("Type", "Map"), ("Label", "L"), ("ItemProcessor", processor), ("End", true)), Parse(map));
        var definition = Merge(JsonObject.Of(("StartAt", "M"), ("States", JsonObject.Of(("M", state)))), Parse(machine));
        return States.CreateAsync($"m-{Guid.NewGuid():N}", definition.ToString());
    }

    /// <summary>Runs a machine to its end; its description.</summary>
    public async Task<JsonObject> RunAsync(string machine, string input) => await States.EndAsync(await States.StartAsync(machine, input));

    public async Task<string> MapRunAsync(string execution)
    {
        var runs = (JsonArray)(await States.CallAsync("ListMapRuns", ("executionArn", execution)))["mapRuns"]!;
        return StatesDriver.Text((JsonObject)runs[^1], "mapRunArn");
    }

    /// <summary>The last Map Run of an execution, described.</summary>
    public async Task<JsonObject> DescribeAsync(string execution) => await States.CallAsync("DescribeMapRun", ("mapRunArn", await MapRunAsync(execution)));

    /// <summary>How many children are in the statuses, as <c>pending 1 running 2</c>; those of none are left out.</summary>
    public async Task<string> CountsAsync(string execution, string of = "executionCounts")
    {
        await States.SettleAsync();
        var counts = (JsonObject)(await DescribeAsync(execution))[of]!;
        return string.Join(' ', counts.Where(count => count.Value.ToString() != "0").Select(count => $"{count.Key} {count.Value}"));
    }

    /// <summary>The children of an execution's last Map Run, oldest first.</summary>
    public async Task<IReadOnlyList<JsonObject>> ChildrenAsync(string execution)
    {
        var listed = (JsonArray)(await States.CallAsync("ListExecutions", ("mapRunArn", await MapRunAsync(execution))))["executions"]!;
        return [.. listed.Cast<JsonObject>().Reverse()];
    }

    public async Task<string> CreateActivityAsync() =>
        StatesDriver.Text(await States.CallAsync("CreateActivity", ("name", $"a-{Guid.NewGuid():N}")), "activityArn");

    /// <summary>Takes an activity's next task; its token and its input.</summary>
    public async Task<(JsonValue Token, string Input)> TakeAsync(string activity)
    {
        await States.SettleAsync();
        var task = await States.CallAsync("GetActivityTask", ("activityArn", activity)).WaitAsync(TimeSpan.FromMinutes(1)); // one must be there
        return (task["taskToken"]!, StatesDriver.Text(task, "input"));
    }

    public Task SucceedAsync((JsonValue Token, string Input) task) => States.CallAsync("SendTaskSuccess", ("taskToken", task.Token), ("output", task.Input));

    public Task FailAsync((JsonValue Token, string Input) task) => States.CallAsync("SendTaskFailure", ("taskToken", task.Token), ("error", "Broken"));

    public async Task<string> CreateBucketAsync()
    {
        var bucket = string.Create(CultureInfo.InvariantCulture, $"b-{Guid.NewGuid():N}");
        Assert.True((await _s3.SendAsync("PUT", $"/{bucket}")).IsSuccessStatusCode);
        return bucket;
    }

    public async Task<System.Net.HttpStatusCode> MakeBucketAsync(string bucket) => (await _s3.SendAsync("PUT", $"/{bucket}")).StatusCode;

    public async Task PutAsync(string bucket, string key, string content) =>
        Assert.True((await _s3.SendAsync("PUT", $"/{bucket}/{key}", Encoding.UTF8.GetBytes(content))).IsSuccessStatusCode);

    public async Task<string> GetAsync(string bucket, string key) => await (await _s3.SendAsync("GET", $"/{bucket}/{key}")).Content.ReadAsStringAsync();

    private static JsonObject Parse(string text) => (JsonObject)JsonValue.Parse(text);

    private static JsonObject Merge(JsonObject one, JsonObject other) => other.Aggregate(one, (all, field) => all.With(field.Key, field.Value));

    private async Task OpenAsync()
    {
        _runtime = await TestRuntime.StartAsync(Clock, _dataPath);
        States = new StatesDriver(_runtime, Clock);
        _s3 = new S3Client(_runtime.Endpoint, _runtime.Host.Identity.Key, Clock);
    }

    private async Task CloseAsync()
    {
        _s3.Dispose();
        await _runtime.DisposeAsync();
    }
}
