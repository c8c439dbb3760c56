using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Logs;

public sealed class LogsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(_now);
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock);
        await Call("CreateLogGroup", ("logGroupName", "/a"));
        await Call("CreateLogStream", ("logGroupName", "/a"), ("logStreamName", "s1"));
        await Call("CreateLogStream", ("logGroupName", "/a"), ("logStreamName", "s2"));
    }

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task GetLogEvents_GivesTheSameToken_AtTheEnd()
    {
        await Put("s1", (0, "one"), (1, "two"), (1, "three"));

        var first = await Call("GetLogEvents", Stream("s1", ("limit", 2), ("startFromHead", true)));
        var second = await Call("GetLogEvents", Stream("s1", ("nextToken", first["nextForwardToken"])));
        var end = await Call("GetLogEvents", Stream("s1", ("nextToken", second["nextForwardToken"])));

        Assert.Equal(["one", "two"], Messages(first));
        Assert.Equal(["three"], Messages(second));
        Assert.Empty(Messages(end));
        Assert.Equal(second["nextForwardToken"], end["nextForwardToken"]);
    }

    [Fact]
    public async Task GetLogEvents_StartsWithTheNewestPage_UnlessToldOtherwise()
    {
        await Put("s1", (0, "one"), (1, "two"), (2, "three"));

        var last = await Call("GetLogEvents", Stream("s1", ("limit", 2)));
        var before = await Call("GetLogEvents", Stream("s1", ("limit", 2), ("nextToken", last["nextBackwardToken"])));

        Assert.Equal(["two", "three"], Messages(last));
        Assert.Equal(["one"], Messages(before));
    }

    [Fact]
    public async Task FilterLogEvents_GoesAcrossStreamsByTime_UntilThereIsNoToken()
    {
        await Put("s1", (0, "a1"), (20, "a2"));
        await Put("s2", (10, "b1"), (30, "b2"));
        var seen = new List<string>();
        JsonValue? token = null;
        do
        {
            var page = await Call("FilterLogEvents", ("logGroupName", "/a"), ("limit", 3), ("nextToken", token));
            seen.AddRange(Messages(page));
            token = page["nextToken"];
        }
        while (token is not null);

        Assert.Equal(["a1", "b1", "a2", "b2"], seen);
    }

    [Theory]
    [InlineData("", 4, "nothing asked for")]
    [InlineData("ERROR", 2, "a term")]
    [InlineData("ERROR disk", 1, "both terms")]
    [InlineData("?WARN ?ERROR", 3, "either term")]
    [InlineData("-ERROR", 2, "all but the term")]
    [InlineData("\"disk full\"", 1, "a phrase")]
    [InlineData("%E.+R net%", 1, "an expression")]
    public async Task FilterLogEvents_KeepsWhatMatches(string pattern, int count, string reason)
    {
        await Put("s1", (0, "ERROR disk full"), (1, "ERROR net"), (2, "WARN slow"), (3, "ok"));

        var page = await Call("FilterLogEvents", ("logGroupName", "/a"), ("filterPattern", pattern));

        Assert.True(Messages(page).Count == count, reason);
    }

    [Fact]
    public async Task PutLogEvents_TellsWhatIsTooOldOrTooNew()
    {
        var day = TimeSpan.FromDays(1).TotalMilliseconds;

        var old = await Put("s1", (-14.2 * day, "too old"), (-13.5 * day, "kept"));
        var young = await Put("s2", (0, "kept"), (3 * 3_600_000, "too new"));

        Assert.Equal(JsonValue.Parse("""{"tooOldLogEventEndIndex":1}"""), old["rejectedLogEventsInfo"]);
        Assert.Equal(JsonValue.Parse("""{"tooNewLogEventStartIndex":1}"""), young["rejectedLogEventsInfo"]);
    }

    [Theory]
    [InlineData("GetLogEvents", """{"logGroupName":"/none","logStreamName":"s1"}""", "ResourceNotFoundException", "The specified log group does not exist.")]
    [InlineData("GetLogEvents", """{"logGroupName":"/a","logStreamName":"none"}""", "ResourceNotFoundException", "The specified log stream does not exist.")]
    [InlineData("CreateLogGroup", """{"logGroupName":"/a"}""", "ResourceAlreadyExistsException", "The specified log group already exists")]
    [InlineData("GetLogEvents", """{"logGroupName":"/a","logStreamName":"s1","nextToken":"x"}""", "InvalidParameterException", "The specified nextToken is invalid.")]
    [InlineData("CreateLogGroup", """{"logGroupName":"aws/x"}""", "InvalidParameterException", "Log groups starting with AWS/ are reserved for AWS.")]
    [InlineData("CreateLogGroup", """{"logGroupName":"AWS/x"}""", "InvalidParameterException", "Log groups starting with AWS/ are reserved for AWS.")]
    [InlineData(
        "DescribeLogGroups",
        """{"logGroupNamePrefix":"/a","logGroupNamePattern":"a"}""",
        "InvalidParameterException",
        "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.")]
    [InlineData("FilterLogEvents", """{"logGroupName":"/a","filterPattern":"\""}""", "InvalidParameterException", "Invalid filter pattern")]
    [InlineData("FilterLogEvents", """{"logGroupName":"/a","filterPattern":"a -\"b \\\""}""", "InvalidParameterException", "Invalid filter pattern")]
    [InlineData(
        "PutLogEvents",
        """{"logGroupName":"/a","logStreamName":"s1","logEvents":[{"timestamp":2,"message":"a"},{"timestamp":1,"message":"b"}]}""",
        "InvalidParameterException",
        "Log events in a single PutLogEvents request must be in chronological order.")]
    [InlineData(
        "FilterLogEvents",
        """{"logGroupName":"/a","limit":10001}""",
        "InvalidParameterException",
        "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000")]
    public async Task Call_IsRefusedInAwsWords(string operation, string input, string code, string message)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.Client.CallAsync("logs", operation, (JsonObject)JsonValue.Parse(input)));

        Assert.Equal((code, message), (error.Code, error.ServiceMessage));
    }

    [Fact]
    public async Task Retention_DeletesWhatIsPastIt()
    {
        await Put("s1", (0, "old"));
        await Call("PutRetentionPolicy", ("logGroupName", "/a"), ("retentionInDays", 1));
        _clock.Advance(TimeSpan.FromDays(2));
        await Put("s1", (TimeSpan.FromDays(2).TotalMilliseconds, "new"));

        var page = await Call("FilterLogEvents", ("logGroupName", "/a"));

        Assert.Equal(["new"], Messages(page));
    }

    private static (string, JsonValue?)[] Stream(string name, params (string, JsonValue?)[] members) => [("logGroupName", "/a"), ("logStreamName", name), .. members];

    private static List<string> Messages(JsonObject page) => [.. ((JsonArray)page["events"]!).Select(entry => ((JsonString)((JsonObject)entry)["message"]!).Value)];

    private Task<JsonObject> Call(string operation, params (string Name, JsonValue? Value)[] members) => _runtime.CallAsync("logs", operation, members);

    private Task<JsonObject> Put(string stream, params (double Offset, string Message)[] events) =>
        Call("PutLogEvents", Stream(stream, ("logEvents", new JsonArray(events.Select(entry => (JsonValue)JsonObject.Of(
            ("timestamp", _now.AddMilliseconds(entry.Offset).ToUnixTimeMilliseconds()), ("message", entry.Message)))))));

    [Fact]
    public async Task GetLogEvents_ReadsNoMoreThanAPage_OfALongStream()
    {
        var line = new string('x', 200_000);
        for (var i = 0; i < 20; i++)
        {
            await Put("s1", (i, line), (i, line), (i, line), (i, line), (i, line));
        }

        var router = _runtime.Host.Services.GetRequiredService<ServiceRouter>();
        var call = new CallContext(_runtime.Host.Services.GetRequiredService<Database>(), "", null, default);
        foreach (var operation in (string[])["GetLogEvents", "FilterLogEvents"])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var answer = router.InvokeAsync("logs", operation, JsonObject.Of(("logGroupName", "/a"), ("logStreamName", "s1"), ("startFromHead", true)), call);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(answer.IsCompletedSuccessfully);
            Assert.Equal(5, Messages(await answer).Count);
            Assert.InRange(allocated, 0, 10_000_000); // the stream is 40 MB in memory, a page 2 MB
        }
    }
}
