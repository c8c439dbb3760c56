using JobMgmt.Aws.CloudWatchLogs;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.CloudWatchLogs;

public sealed class CloudWatchLogsWireTests
{
    private static readonly DateTime _instant = new(2023, 11, 14, 22, 13, 20, 250, DateTimeKind.Utc);

    [Fact]
    public async Task PutLogEvents_WritesTimesAsMilliseconds_BecauseLogsDoes()
    {
        var http = new FakeHttp().Answer("""{"nextSequenceToken":"n","rejectedLogEventsInfo":{"tooOldLogEventEndIndex":1}}""");
        using var client = Clients.Logs(http);

        var response = await client.PutLogEventsAsync(new PutLogEventsRequest
        {
            LogGroupName = "g",
            LogStreamName = "s",
            LogEvents = [new InputLogEvent { Timestamp = _instant, Message = "行" }, new InputLogEvent { Timestamp = _instant.ToLocalTime(), Message = "b" }],
        });

        Assert.Equal("Logs_20140328.PutLogEvents", http.Request.Header("X-Amz-Target"));
        Assert.Equal(
            """{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1700000000250,"message":"行"},{"timestamp":1700000000250,"message":"b"}]}""",
            http.Request.Body);
        Assert.Equal(1, response.RejectedLogEventsInfo!.TooOldLogEventEndIndex);
    }

    [Fact]
    public async Task GetLogEvents_ReadsToTheEnd_WhichIsTheTokenThatWasSent()
    {
        var http = new FakeHttp()
            .Answer("""{"events":[{"timestamp":1700000000250,"message":"1","ingestionTime":1700000000251}],"nextForwardToken":"f/1","nextBackwardToken":"b/1"}""")
            .Answer("""{"events":[],"nextForwardToken":"f/2","nextBackwardToken":"b/1"}""")
            .Answer("""{"events":[{"timestamp":1700000000250,"message":"2"}],"nextForwardToken":"f/3","nextBackwardToken":"b/1"}""")
            .Answer("""{"events":[],"nextForwardToken":"f/3","nextBackwardToken":"b/1"}""");
        using var client = Clients.Logs(http);

        var events = await client.Paginators.GetLogEvents(new GetLogEventsRequest { LogGroupName = "g", LogStreamName = "s", StartFromHead = true }).Events.ToListAsync();

        Assert.Equal(["1", "2"], events.Select(item => item.Message));
        Assert.Equal(_instant, events[0].Timestamp);
        Assert.Equal(DateTimeKind.Utc, events[0].Timestamp!.Value.Kind);
        Assert.Equal(4, http.Requests.Count);
    }

    [Fact]
    public async Task FilterLogEvents_KeepsMillisecondsAsNumbers_AsTheOfficialPackageDoes()
    {
        var http = new FakeHttp().Answer("""{"events":[{"logStreamName":"s","timestamp":1700000000250,"message":"m","ingestionTime":1700000000251,"eventId":"1"}],"searchedLogStreams":[]}""");
        using var client = Clients.Logs(http);

        var response = await client.FilterLogEventsAsync(new FilterLogEventsRequest { LogGroupName = "g", StartTime = 1700000000000, FilterPattern = "ERROR" });

        Assert.Equal("""{"logGroupName":"g","startTime":1700000000000,"filterPattern":"ERROR"}""", http.Request.Body);
        Assert.Equal(1700000000250, response.Events!.Single().Timestamp);
    }

    [Fact]
    public async Task CreateLogGroup_WritesTagsAsMap_AndThrowsItsOwnClassWhenItExists()
    {
        var http = new FakeHttp().Error("ResourceAlreadyExistsException", "The specified log group already exists");
        using var client = Clients.Logs(http);

        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(() => client.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "g", Tags = new() { ["k"] = "v" } }));

        Assert.Equal("""{"logGroupName":"g","tags":{"k":"v"}}""", http.Request.Body);
    }
}
