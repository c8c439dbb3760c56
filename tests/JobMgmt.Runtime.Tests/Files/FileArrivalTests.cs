using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Files;

/// <summary>Real files in a real folder; the clock is the test's.</summary>
public sealed class FileArrivalTests : IAsyncLifetime
{
    private const string Group = "/files";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly string _data = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
    private readonly string _root = Directory.CreateTempSubdirectory("jobmgmt-files-").FullName;
    private TestRuntime _runtime = null!;

    private string Folder => Path.Combine(_root, "in");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        _runtime = await TestRuntime.StartAsync(_clock, _data);
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task File_IsToldOnce_AsS3TellsAnObject_WhenItIsComplete()
    {
        await WriteAsync("old.csv", "was here");
        await RuleAsync();
        await WriteAsync("a.csv", "12345");

        var told = Assert.Single(await ToldAsync(1));

        Assert.Equal(("jobmgmt.files", "Object Created"), (Text(told, "source"), Text(told, "detail-type")));
        Assert.Equal(JsonValue.Parse($"""["{Folder}/a.csv"]"""), told["resources"]);
        var detail = (JsonObject)told["detail"]!;
        var file = (JsonObject)detail["object"]!;
        Assert.Equal(JsonObject.Of(("name", Folder)), detail["bucket"]);
        Assert.Equal(("a.csv", "5", "FileArrived"), (Text(file, "key"), file["size"]!.ToString(), Text(detail, "reason")));
        Assert.Matches("^[0-9a-f]{32}$", Text(file, "etag"));
        Assert.Matches("^[0-9A-F]{18}$", Text(file, "sequencer"));
    }

    [Fact]
    public async Task File_IsToldWhenItRests_NotWhileItIsWritten()
    {
        await RuleAsync();
        for (var i = 0; i < 6; i++)
        {
            await File.AppendAllTextAsync(Path.Combine(Folder, "a.csv"), "0123456789");
            _clock.Advance(TimeSpan.FromSeconds(1)); // never two seconds without a write
        }

        Assert.Equal(["a.csv 60"], Keys(await ToldAsync(1)));
    }

    [UnixFact]
    public async Task File_IsToldAtOnce_WhenItIsRenamedToItsName()
    {
        await RuleAsync("""[{"suffix":".csv"}]""");
        await WriteAsync("first.csv", "1");
        await ToldAsync(1); // so the system tells what happens in the folder: a rename before that is none to the runtime
        await WriteAsync("a.part", "123");
        File.Move(Path.Combine(Folder, "a.part"), Path.Combine(Folder, "a.csv"));

        Assert.Equal(["first.csv 1", "a.csv 3"], Keys(await Eventually.GetAsync(MessagesAsync, told => told.Count == 2))); // the clock stands
    }

    [Fact]
    public async Task File_IsToldAgain_WhenItIsWrittenAgain()
    {
        await RuleAsync();
        await WriteAsync("a.csv", "1");
        await ToldAsync(1);
        await WriteAsync("a.csv", "22");
        await ToldAsync(2);
        File.Delete(Path.Combine(Folder, "a.csv"));
        await WriteAsync("b.csv", "333");
        await ToldAsync(3);
        await WriteAsync("a.csv", "22");

        Assert.Equal(["a.csv 1", "a.csv 2", "b.csv 3", "a.csv 2"], Keys(await ToldAsync(4)));
    }

    [UnixFact]
    public async Task File_IsNotToldAgain_WhenWhatConsumedItPutsItAside()
    {
        await RuleAsync("""[{"suffix":".csv"}]""");
        await WriteAsync("a.csv", "1");
        await ToldAsync(1);
        Directory.CreateDirectory(Path.Combine(Folder, "done"));
        File.Move(Path.Combine(Folder, "a.csv"), Path.Combine(Folder, "done", "a.csv"));
        await WriteAsync("done/b.csv", "22"); // one that comes there is new

        Assert.Equal(["a.csv 1", "done/b.csv 2"], Keys(await ToldAsync(2)));
    }

    [Fact]
    public async Task File_IsTold_WhenItCameWhileTheRuntimeWasAway()
    {
        await WriteAsync("old.csv", "1");
        await RuleAsync();
        await WriteAsync("a.csv", "1");
        await WriteAsync("b.csv", "1");
        await ToldAsync(2);
        await _runtime.DisposeAsync();
        await WriteAsync("b.csv", "22");
        await WriteAsync("sub/c.csv", "333");
        _runtime = await TestRuntime.StartAsync(_clock, _data);

        Assert.Equal(["a.csv 1", "b.csv 1", "b.csv 2", "sub/c.csv 3"], Keys(await ToldAsync(4)).Order());
    }

    [Fact]
    public async Task Folder_IsWatched_WhenItAppears()
    {
        Directory.Delete(Folder);
        await RuleAsync();
        Directory.CreateDirectory(Folder);
        await WriteAsync("a.csv", "1");

        Assert.Equal(["a.csv 1"], Keys(await ToldAsync(1)));
    }

    [Fact]
    public async Task File_IsNotTold_WhenItCameWhileTheRuleWasDisabled()
    {
        await RuleAsync();
        await Call("DisableRule", ("Name", "r"));
        await WriteAsync("a.csv", "1");
        await Call("EnableRule", ("Name", "r"));
        await WriteAsync("b.csv", "1");

        Assert.Equal(["b.csv 1"], Keys(await ToldAsync(1)));
    }

    [Theory]
    [InlineData("""{"source":["jobmgmt.files"],"detail":{"bucket":{"name":["in"]}}}""", "a relative path")]
    [InlineData("""{"source":["jobmgmt.files"],"detail":{"bucket":{"name":[{"prefix":"/in"}]}}}""", "no path")]
    [InlineData("""{"source":["jobmgmt.files"],"detail-type":["Object Created"]}""", "no folder")]
    public async Task Rule_IsRefused_WhenItNamesNoFolder(string pattern, string why)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Call("PutRule", ("Name", "r"), ("EventPattern", pattern)));

        Assert.True(error.Code == "ValidationException", why);
        Assert.StartsWith("Rule r waits for files (jobmgmt.files), and detail.bucket.name does not name its folders by their whole paths", error.ServiceMessage, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(IEnumerable<JsonObject> events) =>
        events.Select(told => (JsonObject)((JsonObject)told["detail"]!)["object"]!).Select(file => $"{Text(file, "key")} {file["size"]}");

    private static string Text(JsonObject from, string name) => ((JsonString)from[name]!).Value;

    private async Task WriteAsync(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
    }

    private async Task RuleAsync(string key = """[{"wildcard":"*.csv"}]""")
    {
        var detail = JsonObject.Of(("bucket", JsonObject.Of(("name", new JsonArray([Folder])))), ("object", JsonObject.Of(("key", JsonValue.Parse(key)))));
        var pattern = JsonObject.Of(("source", new JsonArray(["jobmgmt.files"])), ("detail-type", new JsonArray(["Object Created"])), ("detail", detail)).ToString();
        await Call("PutRule", ("Name", "r"), ("EventPattern", pattern));
        await Call("PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(("Id", "log"), ("Arn", $"arn:aws:logs:us-east-1:000000000000:log-group:{Group}"))])));
    }

    private Task<JsonObject> Call(string operation, params (string Name, JsonValue? Value)[] members) => _runtime.CallAsync("events", operation, members);

    /// <summary>Lets time pass until so many have been told, and a little more, in which another one would come.</summary>
    private async Task<List<JsonObject>> ToldAsync(int count)
    {
        async Task<List<JsonObject>> Pass()
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return await MessagesAsync();
        }

        await Eventually.GetAsync(Pass, told => told.Count >= count);
        for (var i = 0; i < 5; i++)
        {
            await Pass();
        }

        var all = await MessagesAsync();
        Assert.True(all.Count == count, string.Join(", ", Keys(all)));
        return all;
    }

    private async Task<List<JsonObject>> MessagesAsync()
    {
        try
        {
            var page = await _runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", Group));
            return [.. ((JsonArray)page["events"]!).Select(entry => (JsonObject)JsonValue.Parse(Text((JsonObject)entry, "message")))];
        }
        catch (AwsErrorException error) when (error.Code == "ResourceNotFoundException")
        {
            return []; // nothing has come yet
        }
    }
}
