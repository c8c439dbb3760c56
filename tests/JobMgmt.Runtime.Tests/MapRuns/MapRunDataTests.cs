using System.Globalization;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.MapRuns;

/// <summary>Where the items of distributed Maps come from, and where their results go.</summary>
public sealed class MapRunDataTests : IAsyncLifetime
{
    private const string Object = "arn:aws:states:::s3:getObject";
    private const string Listing = "arn:aws:states:::s3:listObjectsV2";
    private MapRunDriver _maps = null!;

    private StatesDriver States => _maps.States;

    public async Task InitializeAsync() => _maps = await MapRunDriver.StartAsync();

    public async Task DisposeAsync() => await _maps.DisposeAsync();

    [Theory]
    [InlineData("""{"InputType":"JSON"}""", """[{"a":1},{"a":2}]""", """[{"a":1},{"a":2}]""")]
    [InlineData("""{"InputType":"JSON","ItemsPointer":"/x/y"}""", """{"x":{"y":[1,2]}}""", "[1,2]")]
    [InlineData("""{"InputType":"JSON","MaxItems":1}""", "[1,2]", "[1]")]
    [InlineData("""{"InputType":"JSONL"}""", "{\"a\":1}\n{\"a\":2}\n", """[{"a":1},{"a":2}]""")]
    [InlineData("""{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"}""", "a,b\n1,\"2,3\"\n4,5\n", """[{"a":"1","b":"2,3"},{"a":"4","b":"5"}]""")]
    [InlineData("""{"InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["x"],"CSVDelimiter":"PIPE"}""", "1|2\n3|4\n", """[{"x":"1"},{"x":"3"}]""")]
    public async Task ItemReader_ReadsAnObject(string config, string content, string items)
    {
        var bucket = await _maps.CreateBucketAsync();
        await _maps.PutAsync(bucket, "f", content);
        var machine = await _maps.CreateAsync(Reader(Object, config, $$"""{"Bucket":"{{bucket}}","Key":"f"}"""));

        Assert.Equal(items, StatesDriver.Text(await _maps.RunAsync(machine, "{}"), "output"));
    }

    [Fact]
    public async Task ItemReader_ListsABucket()
    {
        var bucket = await _maps.CreateBucketAsync();
        await _maps.PutAsync(bucket, "in/a", "1");
        await _maps.PutAsync(bucket, "in/b", "22");
        await _maps.PutAsync(bucket, "out", "");
        var machine = await _maps.CreateAsync(Reader(Listing, "{}", $$"""{"Bucket":"{{bucket}}","Prefix":"in/"}"""));

        var items = (JsonArray)JsonValue.Parse(StatesDriver.Text(await _maps.RunAsync(machine, "{}"), "output"));

        Assert.Equal(["in/a 1 STANDARD", "in/b 2 STANDARD"], items.Cast<JsonObject>().Select(
            item => $"{StatesDriver.Text(item, "Key")} {item["Size"]} {StatesDriver.Text(item, "StorageClass")}"));
    }

    [Fact]
    public async Task ItemReader_ReadsTheFilesOfAnInventory()
    {
        var bucket = await _maps.CreateBucketAsync();
        await _maps.PutAsync(bucket, "data/1.csv", "\"b\",\"k1\"\n");
        await _maps.PutAsync(bucket, "data/2.csv", "\"b\",\"k2\"\n");
        await _maps.PutAsync(
            bucket, "manifest.json",
            $$"""{"destinationBucket":"arn:aws:s3:::{{bucket}}","fileFormat":"CSV","fileSchema":"Bucket, Key","files":[{"key":"data/1.csv"},{"key":"data/2.csv"}]}""");
        var machine = await _maps.CreateAsync(Reader(Object, """{"InputType":"MANIFEST"}""", $$"""{"Bucket":"{{bucket}}","Key":"manifest.json"}"""));

        var items = (JsonArray)JsonValue.Parse(StatesDriver.Text(await _maps.RunAsync(machine, "{}"), "output"));

        Assert.Equal(["k1", "k2"], items.Cast<JsonObject>().Select(item => StatesDriver.Text(item, "Key")));
    }

    [Theory]
    [InlineData("f", "NoSuchKey")]
    [InlineData("object", "Attempting to map over non-iterable node.")]
    public async Task ItemReader_Fails_WhereThereIsNothingToRead(string key, string cause)
    {
        var bucket = await _maps.CreateBucketAsync();
        await _maps.PutAsync(bucket, "object", "{}");
        var machine = await _maps.CreateAsync(Reader(Object, """{"InputType":"JSON"}""", $$"""{"Bucket":"{{bucket}}","Key":"{{key}}"}"""));
        var execution = await States.StartAsync(machine, "{}");

        var ended = await States.EndAsync(execution);

        Assert.Equal("States.ItemReaderFailed", StatesDriver.Text(ended, "error"));
        Assert.Contains(cause, StatesDriver.Text(ended, "cause"), StringComparison.Ordinal);
        Assert.Equal("", await _maps.CountsAsync(execution));
    }

    [Fact]
    public async Task TenThousandItems_AreBatched_AndAllRun()
    {
        var bucket = await _maps.CreateBucketAsync();
        await _maps.PutAsync(bucket, "f", string.Concat(Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}\n"))));
        var machine = await _maps.CreateAsync(Merge(
            Reader(Object, """{"InputType":"JSONL"}""", $$"""{"Bucket":"{{bucket}}","Key":"f"}"""),
            """{"ItemBatcher":{"MaxItemsPerBatch":1000,"BatchInput":{"n":1}},"ResultSelector":{"n.$":"States.ArrayLength($)","first.$":"$[9].Items[0]"}}"""));
        var execution = await States.StartAsync(machine);

        var ended = await States.EndAsync(execution);

        Assert.Equal("""{"n":10,"first":9000}""", StatesDriver.Text(ended, "output"));
        Assert.Equal("succeeded 10 total 10", await _maps.CountsAsync(execution));
        Assert.Equal("succeeded 10000 total 10000", await _maps.CountsAsync(execution, "itemCounts"));
    }

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task TenThousandChildren_AllRunOnce(string type)
    {
        var bucket = await _maps.CreateBucketAsync();
        await _maps.PutAsync(bucket, "f", string.Concat(Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}\n"))));
        var machine = await _maps.CreateAsync(
            Merge(Reader(Object, """{"InputType":"JSONL"}""", $$"""{"Bucket":"{{bucket}}","Key":"f"}"""), Writer(bucket, """{"Transformation":"COMPACT","OutputType":"JSONL"}""")), type: type);
        var execution = await States.StartAsync(machine);

        var ended = await States.EndAsync(execution);

        Assert.Equal("SUCCEEDED", StatesDriver.Text(ended, "status"));
        Assert.Equal("succeeded 10000 total 10000 resultsWritten 10000", await _maps.CountsAsync(execution));
        var file = await _maps.GetAsync(bucket, Key(ended).Replace("manifest.json", "SUCCEEDED_0.jsonl", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture)), file.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task TooLargeAResult_FailsTheMap_WithoutAResultWriter()
    {
        var machine = await _maps.CreateAsync("""{"ItemsPath":"$.items","ItemSelector":{"x.$":"$.text","i.$":"$$.Map.Item.Value"}}""");
        var input = JsonObject.Of(("items", new JsonArray([1, 2, 3])), ("text", new string('x', 100_000)));
        var execution = await States.StartAsync(machine, input.ToString());

        var ended = await States.EndAsync(execution);

        Assert.Equal("States.DataLimitExceeded", StatesDriver.Text(ended, "error"));
        Assert.Equal("FAILED", StatesDriver.Text(await _maps.DescribeAsync(execution), "status"));
    }

    [Fact]
    public async Task ResultWriter_WritesWhatSucceededFailedAndNeverStarted()
    {
        var bucket = await _maps.CreateBucketAsync();
        var activity = await _maps.CreateActivityAsync();
        var machine = await _maps.CreateAsync(
            Merge("""{"MaxConcurrency":2}""", Writer(bucket, "{}")), JsonObject.Of(("Type", "Task"), ("Resource", activity)).ToString());
        var execution = await States.StartAsync(machine, "[1,2,3,4]");
        await _maps.SucceedAsync(await _maps.TakeAsync(activity));
        await _maps.FailAsync(await _maps.TakeAsync(activity)); // while the third runs, and the fourth waits

        var ended = await States.EndAsync(execution);

        Assert.Equal("States.ExceedToleratedFailureThreshold", StatesDriver.Text(ended, "error"));
        var folder = $"out/{(await _maps.MapRunAsync(execution)).Split(':')[^1]}";
        var manifest = (JsonObject)JsonValue.Parse(await _maps.GetAsync(bucket, $"{folder}/manifest.json"));
        Assert.Equal((bucket, 1), (StatesDriver.Text(manifest, "DestinationBucket"), ((JsonArray)((JsonObject)manifest["ResultFiles"]!)["SUCCEEDED"]!).Count));
        var succeeded = (JsonObject)((JsonArray)JsonValue.Parse(await _maps.GetAsync(bucket, $"{folder}/SUCCEEDED_0.json")))[0];
        Assert.Equal(("1", "SUCCEEDED", "1"), (StatesDriver.Text(succeeded, "Input"), StatesDriver.Text(succeeded, "Status"), StatesDriver.Text(succeeded, "Output")));
        var failed = (JsonArray)JsonValue.Parse(await _maps.GetAsync(bucket, $"{folder}/FAILED_0.json"));
        Assert.Equal(["2 FAILED", "3 ABORTED"], failed.Cast<JsonObject>().Select(item => $"{StatesDriver.Text(item, "Input")} {StatesDriver.Text(item, "Status")}"));
        var pending = (JsonObject)((JsonArray)JsonValue.Parse(await _maps.GetAsync(bucket, $"{folder}/PENDING_0.json")))[0];
        Assert.Equal(("4", "PENDING"), (StatesDriver.Text(pending, "Input"), StatesDriver.Text(pending, "Status")));
    }

    [Fact]
    public async Task ResultWriter_Fails_WithoutItsBucket()
    {
        var ended = await _maps.RunAsync(await _maps.CreateAsync(Writer("no-such-bucket-here", "{}")), "[1]");

        Assert.Equal("States.ResultWriterFailed", StatesDriver.Text(ended, "error"));
    }

    private static string Key(JsonObject ended) =>
        StatesDriver.Text((JsonObject)((JsonObject)JsonValue.Parse(StatesDriver.Text(ended, "output")))["ResultWriterDetails"]!, "Key");

    private static string Reader(string resource, string config, string parameters) =>
        $$"""{"ItemReader":{"Resource":"{{resource}}","ReaderConfig":{{config}},"Parameters":{{parameters}} } }""".Replace("\"ReaderConfig\":{},", "", StringComparison.Ordinal);

    private static string Writer(string bucket, string config) =>
        $$"""{"ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","WriterConfig":{{config}},"Parameters":{"Bucket":"{{bucket}}","Prefix":"out"} } }"""
            .Replace("\"WriterConfig\":{},", "", StringComparison.Ordinal);

    private static string Merge(string one, string other) => $"{one[..^1]},{other[1..]}";
}
