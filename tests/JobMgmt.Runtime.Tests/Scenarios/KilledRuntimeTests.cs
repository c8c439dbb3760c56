using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Scenarios;

/// <summary>SIGKILL while a job runs: the restarted runtime picks the command up, and the whole chain ends as if nothing had happened.</summary>
public sealed class KilledRuntimeTests : IDisposable
{
    private const string Document =
        """
        {
          "schemaVersion": "0.3",
          "parameters": { "Commands": { "type": "StringList" }, "InstanceId": { "type": "String" }, "TaskToken": { "type": "String" } },
          "mainSteps": [
            { "name": "run", "action": "aws:runCommand", "inputs": {
                "DocumentName": "AWS-RunShellScript", "InstanceIds": ["{{ InstanceId }}"], "CloudWatchOutputConfig": { "CloudWatchOutputEnabled": true },
                "Parameters": { "commands": "{{ Commands }}" } } },
            { "name": "answer", "action": "aws:executeAwsApi", "isEnd": true, "inputs": {
                "Service": "stepfunctions", "Api": "SendTaskSuccess", "taskToken": "{{ TaskToken }}", "output": "{\"code\": {{ run.ResponseCode }}}" } }
          ]
        }
        """;

    private const string Machine =
        """
        {
          "StartAt": "Job",
          "States": {
            "Job": {
              "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:startAutomationExecution.waitForTaskToken", "TimeoutSeconds": 120, "End": true,
              "Parameters": { "DocumentName": "run", "Parameters": {
                "TaskToken.$": "States.Array($$.Task.Token)", "InstanceId.$": "States.Array($.worker)", "Commands.$": "$.commands" } }
            }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Fact]
    public async Task Job_RunsOnce_WhenTheRuntimeIsKilledWhileItRuns()
    {
        var data = Path.Combine(_folder, "data");
        var ran = Path.Combine(_folder, "ran");
        var go = Path.Combine(_folder, "go");
        string execution;
        using (var first = await RuntimeProcess.StartAsync(data))
        {
            execution = await StartAsync(first, $"echo run >> {ran}; until [ -e {go} ]; do sleep 0.05; done; echo done");
            await Eventually.IsTrueAsync(() => File.Exists(ran));
            first.Kill();
        }

        await File.WriteAllTextAsync(go, "");
        using var second = await RuntimeProcess.StartAsync(data);
        await Eventually.GetAsync(() => StatusAsync(second, execution), status => status != "RUNNING");

        Assert.Equal("SUCCEEDED", await StatusAsync(second, execution));
        Assert.Equal(["run"], await File.ReadAllLinesAsync(ran));
        var logs = await second.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/aws/ssm/AWS-RunShellScript"));
        Assert.Equal(["done"], ((JsonArray)logs["events"]!).Select(entry => ((JsonString)((JsonObject)entry)["message"]!).Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Jobs_AllEndAndRunOnce_WhenTheRuntimeIsKilledAgainAndAgain(int seed)
    {
        const int jobs = 6;
        const int kills = 5;
        var random = new Random(seed);
        var data = Path.Combine(_folder, "data");
        var ran = Path.Combine(_folder, "ran");
        var executions = new List<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            using var runtime = await RuntimeProcess.StartAsync(data);
            for (; executions.Count < jobs * (kill + 1) / kills;)
            {
                executions.Add(await StartAsync(runtime, $"echo {executions.Count} >> {ran}; sleep 0.3"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(400)), TimeProvider.System); // any moment is as good as another
            runtime.Kill();
        }

        using var last = await RuntimeProcess.StartAsync(data);
        foreach (var execution in executions)
        {
            await Eventually.GetAsync(() => StatusAsync(last, execution), status => status != "RUNNING");
            Assert.Equal("SUCCEEDED", await StatusAsync(last, execution));
            var history = await last.CallAsync("states", "GetExecutionHistory", ("executionArn", execution));
            Assert.Equal(
                ["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"],
                ((JsonArray)history["events"]!).Select(entry => ((JsonString)((JsonObject)entry)["type"]!).Value));
        }

        Assert.Equal(Enumerable.Range(0, jobs).Select(n => $"{n}"), (await File.ReadAllLinesAsync(ran)).Order(StringComparer.Ordinal));
    }

    private static async Task<string> StartAsync(RuntimeProcess runtime, string command)
    {
        var machines = (JsonArray)(await runtime.CallAsync("states", "ListStateMachines"))["stateMachines"]!;
        if (machines.Count == 0)
        {
            await runtime.CallAsync("ssm", "CreateDocument", ("Name", "run"), ("DocumentType", "Automation"), ("Content", Document));
            await runtime.CallAsync("ec2", "RunInstances", ("ImageId", "ami-local"), ("MinCount", 1), ("MaxCount", 1));
            await runtime.CallAsync("states", "CreateStateMachine", ("name", "job"), ("definition", Machine), ("roleArn", "arn:aws:iam::000000000000:role/r"));
        }

        var nodes = (JsonArray)(await runtime.CallAsync("ssm", "DescribeInstanceInformation"))["InstanceInformationList"]!;
        var worker = ((JsonString)((JsonObject)nodes[0])["InstanceId"]!).Value;
        var started = await runtime.CallAsync(
            "states",
            "StartExecution",
            ("stateMachineArn", "arn:aws:states:us-east-1:000000000000:stateMachine:job"),
            ("input", JsonObject.Of(("worker", worker), ("commands", new JsonArray([command]))).ToString()));
        return ((JsonString)started["executionArn"]!).Value;
    }

    private static async Task<string> StatusAsync(RuntimeProcess runtime, string execution) =>
        ((JsonString)(await runtime.CallAsync("states", "DescribeExecution", ("executionArn", execution)))["status"]!).Value;
}
