using System.Text;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.S3;

/// <summary>What buckets tell EventBridge; the members are those recorded on AWS.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "xunit disposes it by DisposeAsync")]
public sealed class ObjectEventTests : IAsyncLifetime
{
    private const string Body = """<NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><EventBridgeConfiguration/></NotificationConfiguration>""";
    private TestRuntime _runtime = null!;
    private S3Client _s3 = null!;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync();
        _s3 = new S3Client(_runtime.Endpoint, _runtime.Host.Identity.Key, TimeProvider.System);
        await SendAsync("PUT", "/bucket");
        await _runtime.CallAsync("events", "PutRule", ("Name", "r"), ("EventPattern", """{"source":["aws.s3"],"detail":{"bucket":{"name":["bucket"]}}}"""));
        await _runtime.CallAsync(
            "events", "PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(("Id", "log"), ("Arn", "arn:aws:logs:us-east-1:000000000000:log-group:/s3"))])));
        await _runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "/s3"));
    }

    public async Task DisposeAsync()
    {
        _s3.Dispose();
        await _runtime.DisposeAsync();
    }

    [Fact]
    public async Task Bucket_TellsNothing_UntilItIsAskedTo()
    {
        await SendAsync("PUT", "/bucket/before", "x");
        await SendAsync("PUT", "/bucket?notification", Body);
        await SendAsync("PUT", "/bucket/between", "x");
        await SendAsync("PUT", "/bucket?notification", "<NotificationConfiguration/>");
        await SendAsync("PUT", "/bucket/after", "x");

        Assert.Equal(["Object Created between PutObject"], (await EventsAsync()).Select(Line));
    }

    [Fact]
    public async Task Objects_AreTold_AsTheyComeAndGo()
    {
        await SendAsync("PUT", "/bucket?notification", Body);
        await SendAsync("PUT", "/bucket/a", "1234");
        await SendAsync("PUT", "/bucket/b", headers: ("x-amz-copy-source", "/bucket/a"));
        await SendAsync("DELETE", "/bucket/a");
        await SendAsync("DELETE", "/bucket/none");

        var events = await EventsAsync();

        Assert.Equal(["Object Created a PutObject", "Object Created b CopyObject", "Object Deleted a DeleteObject"], events.Select(Line));
        Assert.Equal(JsonValue.Parse("""["arn:aws:s3:::bucket"]"""), events[0]["resources"]);
        var (created, deleted) = ((JsonObject)events[0]["detail"]!, (JsonObject)events[2]["detail"]!);
        Assert.Equal(["version", "bucket", "object", "request-id", "requester", "source-ip-address", "reason"], created.Select(member => member.Key));
        var about = (JsonObject)created["object"]!;
        Assert.Equal(JsonObject.Of(("key", "a"), ("size", 4), ("etag", "81dc9bdb52d04dc20036dbd8313ed055")), about.Without("sequencer"));
        Assert.Equal(["key", "sequencer"], ((JsonObject)deleted["object"]!).Select(member => member.Key));
        Assert.Equal((JsonValue)"Permanently Deleted", deleted["deletion-type"]);
        Assert.True(string.CompareOrdinal(Sequencer(created), Sequencer(deleted)) < 0, "the later event has the greater sequencer");
    }

    [Fact]
    public async Task Upload_IsTold_WhenItIsComplete()
    {
        await SendAsync("PUT", "/bucket?notification", Body);
        var upload = Between(await SendAsync("POST", "/bucket/big?uploads"), "<UploadId>", "</UploadId>");
        using var part = await _s3.SendAsync("PUT", $"/bucket/big?partNumber=1&uploadId={upload}", Encoding.UTF8.GetBytes("12345"));
        await SendAsync(
            "POST",
            $"/bucket/big?uploadId={upload}",
            $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{part.Headers.ETag}</ETag></Part></CompleteMultipartUpload>");

        var told = Assert.Single(await EventsAsync());

        Assert.Equal("Object Created big CompleteMultipartUpload", Line(told));
    }

    [Fact]
    public async Task Configuration_IsKept_AndDestinationsThatAreNotThereAreRefused()
    {
        Assert.DoesNotContain("EventBridgeConfiguration", await SendAsync("GET", "/bucket?notification"), StringComparison.Ordinal);
        await SendAsync("PUT", "/bucket?notification", Body);
        Assert.Contains("<EventBridgeConfiguration", await SendAsync("GET", "/bucket?notification"), StringComparison.Ordinal);

        const string queue = "<NotificationConfiguration><QueueConfiguration><Queue>arn:aws:sqs:us-east-1:0:q</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration></NotificationConfiguration>";
        using var refused = await _s3.SendAsync("PUT", "/bucket?notification", Encoding.UTF8.GetBytes(queue));
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("Unable to validate the following destination configurations", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<EventBridgeConfiguration", await SendAsync("GET", "/bucket?notification"), StringComparison.Ordinal);
    }

    private static string Line(JsonObject told) => $"{Text(told, "detail-type")} {Text((JsonObject)((JsonObject)told["detail"]!)["object"]!, "key")} {Text((JsonObject)told["detail"]!, "reason")}";

    private static string Sequencer(JsonObject detail) => Text((JsonObject)detail["object"]!, "sequencer");

    private static string Text(JsonObject from, string name) => ((JsonString)from[name]!).Value;

    private static string Between(string text, string start, string end) => text.Split(start)[1].Split(end)[0];

    private async Task<string> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await _s3.SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), headers: headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {text}");
        return text;
    }

    private async Task<List<JsonObject>> EventsAsync()
    {
        var page = await _runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/s3"));
        return [.. ((JsonArray)page["events"]!).Select(entry => (JsonObject)JsonValue.Parse(Text((JsonObject)entry, "message")))];
    }
}
