using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Commands;

public sealed class CommandEventTests
{
    [UnixFact]
    public async Task Bus_HasEveryStatusChange()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "/aws/events/commands"));
        await runtime.CallAsync("events", "PutRule", ("Name", "commands"), ("EventPattern", """{"source":["aws.ssm"],"detail-type":[{"prefix":"EC2 Command"}]}"""));
        await runtime.Client.CallAsync("events", "PutTargets", CommandTestExtensions.Json(
            """{"Rule":"commands","Targets":[{"Id":"log","Arn":"arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/commands"}]}"""));

        var invocation = await runtime.RunAsync("exit 1");

        var log = await runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/aws/events/commands"));
        var events = ((JsonArray)log["events"]!).Cast<JsonObject>().Select(entry => CommandTestExtensions.Json(entry.Text("message"))).ToArray();
        Assert.All(events, one => Assert.Equal(
            $"arn:aws:ec2:us-east-1:000000000000:instance/{invocation.Text("InstanceId")}", ((JsonString)((JsonArray)one["resources"]!).Single()).Value));
        Assert.Equal(["Pending", "InProgress", "Failed"], Statuses(events, "EC2 Command Status-change Notification"));
        Assert.Equal(["Pending", "InProgress", "Failed"], Statuses(events, "EC2 Command Invocation Status-change Notification"));
        var detail = (JsonObject)events[^1]["detail"]!;
        Assert.Equal((invocation.Text("CommandId"), "AWS-RunShellScript"), (detail.Text("command-id"), detail.Text("document-name")));
    }

    private static IEnumerable<string> Statuses(IEnumerable<JsonObject> events, string type) =>
        events.Where(one => one.Text("detail-type") == type).Select(one => ((JsonObject)one["detail"]!).Text("status"));
}
