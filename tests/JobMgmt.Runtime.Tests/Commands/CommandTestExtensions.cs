using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Commands;

/// <summary>Short ways to register workers, send commands and wait for them.</summary>
internal static class CommandTestExtensions
{
    public static string Text(this JsonObject value, string name) => ((JsonString)value[name]!).Value;

    public static JsonObject Json(string text) => (JsonObject)JsonValue.Parse(text);

    public static async Task<string> RunWorkerAsync(this TestRuntime runtime, string name = "one", string tags = "")
    {
        var answer = await runtime.Client.CallAsync("ec2", "RunInstances", Json($$"""
            {"ImageId":"ami-1","MinCount":1,"MaxCount":1,"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"{{name}}"}{{tags}}]}]}
            """));
        return ((JsonObject)((JsonArray)answer["Instances"]!)[0]).Text("InstanceId");
    }

    public static async Task<string> SendAsync(this TestRuntime runtime, string instance, string script, string more = "")
    {
        var lines = new JsonArray(script.Split('\n').Select(line => (JsonValue)line));
        var command = await runtime.Client.CallAsync("ssm", "SendCommand", Json($$"""
            {"DocumentName":"AWS-RunShellScript","InstanceIds":["{{instance}}"],"Parameters":{"commands":{{lines}}{{(more.StartsWith('"') ? "," + more : "")}}}{{(more.StartsWith(',') ? more : "")}}}
            """));
        return ((JsonObject)command["Command"]!).Text("CommandId");
    }

    public static Task<JsonObject> GetInvocationAsync(this TestRuntime runtime, string command, string instance) =>
        runtime.CallAsync("ssm", "GetCommandInvocation", ("CommandId", command), ("InstanceId", instance));

    public static Task<JsonObject> WaitAsync(this TestRuntime runtime, string command, string instance) =>
        Eventually.GetAsync(() => runtime.GetInvocationAsync(command, instance), invocation => invocation.Text("Status") is not ("Pending" or "InProgress" or "Cancelling"));

    public static Task<JsonObject> WaitForStatusAsync(this TestRuntime runtime, string command, string instance, string status) =>
        Eventually.GetAsync(() => runtime.GetInvocationAsync(command, instance), invocation => invocation.Text("Status") == status);

    public static async Task<JsonObject> RunAsync(this TestRuntime runtime, string script, string more = "")
    {
        var instance = await runtime.RunWorkerAsync();
        return await runtime.WaitAsync(await runtime.SendAsync(instance, script, more), instance);
    }

    /// <summary>The whole text of a log stream, as the agent cut it into events.</summary>
    public static async Task<string> ReadLogAsync(this TestRuntime runtime, string group, string stream)
    {
        var messages = new List<string>();
        for (string? token = null; ;)
        {
            var page = await runtime.CallAsync(
                "logs", "GetLogEvents", ("logGroupName", group), ("logStreamName", stream), ("startFromHead", true), ("nextToken", token is null ? null : (JsonValue)token));
            messages.AddRange(((JsonArray)page["events"]!).Cast<JsonObject>().Select(entry => entry.Text("message")));
            if (page.Text("nextForwardToken") == token)
            {
                return string.Join('\n', messages);
            }

            token = page.Text("nextForwardToken");
        }
    }
}
