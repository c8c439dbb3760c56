using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.EventBridge;

public sealed class EventBridgeWireTests
{
    [Fact]
    public async Task PutEvents_PutsTheOfficialBytes_OnTheWire()
    {
        var http = new FakeHttp().Answer("""{"FailedEntryCount":1,"Entries":[{"EventId":"e-1"},{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}]}""");
        using var client = Clients.EventBridge(http);

        var response = await client.PutEventsAsync(new PutEventsRequest
        {
            Entries =
            [
                new PutEventsRequestEntry { Source = "jobmgmt", DetailType = "t", Detail = "{}", Time = new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), Resources = ["r"] },
                new PutEventsRequestEntry { Source = "jobmgmt", DetailType = "t", Detail = "{" },
            ],
        });

        Assert.Equal("AWSEvents.PutEvents", http.Request.Header("X-Amz-Target"));
        Assert.Equal("application/x-amz-json-1.1", http.Request.Header("Content-Type"));
        Assert.Equal(
            """{"Entries":[{"Time":1700000000,"Source":"jobmgmt","Resources":["r"],"DetailType":"t","Detail":"{}"},{"Source":"jobmgmt","DetailType":"t","Detail":"{"}]}""",
            http.Request.Body);
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "events");
        Assert.Equal(1, response.FailedEntryCount);
        Assert.Equal("e-1", response.Entries![0].EventId);
        Assert.Equal("MalformedDetail", response.Entries[1].ErrorCode);
    }

    [Fact]
    public async Task PutTargets_WritesTransformerAndMap_AsTheyAre()
    {
        var http = new FakeHttp().Answer("""{"FailedEntryCount":0,"FailedEntries":[]}""");
        using var client = Clients.EventBridge(http);

        await client.PutTargetsAsync(new PutTargetsRequest
        {
            Rule = "r",
            Targets =
            [
                new Target
                {
                    Id = "1",
                    Arn = "a",
                    InputTransformer = new InputTransformer { InputPathsMap = new() { ["camelKey"] = "$.detail" }, InputTemplate = "\"<camelKey>\"" },
                    RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 0 },
                },
            ],
        });

        Assert.Equal(
            """{"Rule":"r","Targets":[{"Id":"1","Arn":"a","InputTransformer":{"InputPathsMap":{"camelKey":"$.detail"},"InputTemplate":"\"<camelKey>\""},"RetryPolicy":{"MaximumRetryAttempts":0}}]}""",
            http.Request.Body);
    }

    [Fact]
    public async Task TagResource_WritesResourceARN_AsTheModelSpellsIt()
    {
        var http = new FakeHttp().Answer("{}");
        using var client = Clients.EventBridge(http);

        await client.TagResourceAsync(new TagResourceRequest { ResourceARN = "r", Tags = [new Tag { Key = "k", Value = "v" }] });

        Assert.Equal("""{"ResourceARN":"r","Tags":[{"Key":"k","Value":"v"}]}""", http.Request.Body);
    }

    [Fact]
    public async Task DescribeRule_ThrowsItsOwnClass_WhenTheRuleIsMissing()
    {
        using var client = Clients.EventBridge(new FakeHttp().Error("ResourceNotFoundException", "Rule x does not exist on EventBus default."));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeRuleAsync(new DescribeRuleRequest { Name = "x" }));
    }
}
