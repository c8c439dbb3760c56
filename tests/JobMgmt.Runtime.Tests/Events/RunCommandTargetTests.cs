using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Events;

/// <summary>Run Command as a rule's target.</summary>
public sealed class RunCommandTargetTests
{
    private const string Document = "arn:aws:ssm:us-east-1::document/AWS-RunShellScript";

    [UnixFact]
    public async Task Event_RunsACommand_OnTheNodesWithTheTags()
    {
        await using var runtime = await TestRuntime.StartAsync();
        var node = await runtime.RunWorkerAsync(tags: """,{"Key":"role","Value":"ops"}""");
        await Rule(runtime, JsonObject.Of(
            ("Id", "run"),
            ("Arn", Document),
            ("RunCommandParameters", JsonValue.Parse("""{"RunCommandTargets":[{"Key":"tag:role","Values":["ops"]}]}""")),
            ("InputTransformer", JsonValue.Parse("""{"InputPathsMap":{"n":"$.detail.n"},"InputTemplate":"{\"commands\":[\"echo got <n>\"]}"}"""))));

        await runtime.CallAsync("events", "PutEvents", ("Entries", JsonValue.Parse("""[{"Source":"test","DetailType":"Test","Detail":"{\"n\":7}"}]""")));

        var invocation = await Eventually.GetAsync(
            async () => ((JsonArray)(await runtime.CallAsync("ssm", "ListCommandInvocations", ("Details", true)))["CommandInvocations"]!).Cast<JsonObject>().FirstOrDefault(),
            found => found?["Status"] is JsonString { Value: "Success" });
        Assert.Equal(node, ((JsonString)invocation!["InstanceId"]!).Value);
        Assert.Contains("got 7", invocation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutTargets_IsRefused_WithoutTheNodes()
    {
        await using var runtime = await TestRuntime.StartAsync();

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Rule(runtime, JsonObject.Of(("Id", "run"), ("Arn", Document))));

        Assert.Equal(("ValidationException", "RunCommandParameters must be provided for target run."), (error.Code, error.ServiceMessage));
    }

    private static async Task Rule(TestRuntime runtime, JsonObject target)
    {
        await runtime.CallAsync("events", "PutRule", ("Name", "r"), ("EventPattern", """{"source":["test"]}"""));
        await runtime.CallAsync("events", "PutTargets", ("Rule", "r"), ("Targets", new JsonArray([target])));
    }
}
