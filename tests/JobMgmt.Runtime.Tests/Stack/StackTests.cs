using JobMgmt.Networks.Definitions;
using JobMgmt.Runtime.Tests.Automation;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Stack;

/// <summary>The generated stack on the local runtime: what a job may do to it, and what comes back.</summary>
public sealed class StackTests(PublishedStack stack) : IClassFixture<PublishedStack>
{
    [PythonFact]
    public async Task Job_Succeeds_AndItsResultNamesItsLog()
    {
        var run = await stack.RunAsync("good", ["echo 'a \"b\" {{c}} {% 1 %} $x'", "", "printf é"]);

        Assert.Equal("SUCCEEDED", run.Text("status"));
        var result = CommandTestExtensions.Json(run.Text("output"));
        Assert.Equal(("Success", stack.Worker), (result.Text("Status"), result.Text("InstanceId")));
        var log = await stack.Runtime.ReadLogAsync(result.Text("LogGroupName"), ((JsonObject)result["LogStreamNames"]!).Text("Stdout"));
        Assert.Equal("a \"b\" {{c}} {% 1 %} $x\né", log);
    }

    [PythonFact]
    public async Task Job_FailsWithItsExitCode_AndOneAlertArrives()
    {
        var run = await stack.RunAsync("bad", ["#!/bin/sh", "exit 7"]);

        Assert.Equal("ExecutionFailed", run.Text("error"));
        var alert = await stack.AlertAsync("high", run.Text("executionArn"));
        Assert.Equal(("ExecutionFailed", "bad", "The job"), (alert.Text("error"), alert.Text("networkName"), alert.Text("jobName")));
        Assert.Equal(JsonValue.Parse(run.Text("cause")), alert["cause"]);
        Assert.Equal($"The command ended with exit code 7 on {stack.Worker}.", ((JsonObject)alert["cause"]!).Text("Message"));
    }

    [PythonFact]
    public async Task Job_IsNotRunAgain_WhenItEndsWith194()
    {
        var run = await stack.RunAsync("reboot", ["exit 194"]);

        var cause = CommandTestExtensions.Json(run.Text("cause"));
        Assert.Equal(new JsonNumber(1), cause["ResponseCode"]);
        var log = await stack.Runtime.ReadLogAsync(cause.Text("LogGroupName"), ((JsonObject)cause["LogStreamNames"]!).Text("Stderr"));
        Assert.StartsWith("JobMgmt: the job ended with exit code 194", log, StringComparison.Ordinal);
    }

    [PythonFact]
    public async Task Job_IsStopped_WhenItRunsTooLong()
    {
        var run = await stack.RunAsync("long", ["sleep 60"], executionTimeout: 5);

        Assert.Equal($"The command ran into its execution timeout on {stack.Worker} and was stopped.", CommandTestExtensions.Json(run.Text("cause")).Text("Message"));
    }

    [PythonFact]
    public async Task Network_FailsWithWorkerBusy_WhenNoWorkerHasTheTags()
    {
        var run = await stack.RunAsync("busy", ["true"], input: """{"role":"nobody"}""");

        Assert.Equal("WorkerBusy", run.Text("error"));
    }

    [PythonFact]
    public async Task Network_FailsClearly_WhenATagIsNoString()
    {
        var run = await stack.RunAsync("tags", ["true"], input: """{"role":1}""");

        Assert.Equal("InvalidJobInput", run.Text("error"));
    }

    [PythonFact]
    public async Task Job_ReportsItself_WhenItsAutomationIsStopped()
    {
        var execution = await stack.StartAsync(await stack.DeployAsync("stopped", new JobDefinition { Command = ["sleep 60 # stopped"] }));
        var automation = await CommandIsRunningAsync("# stopped");
        await stack.Runtime.CallAsync("ssm", "StopAutomationExecution", ("AutomationExecutionId", automation));

        var run = await stack.EndAsync(execution);
        Assert.Equal("JobCancelled", run.Text("error"));
        var cause = CommandTestExtensions.Json(run.Text("cause"));
        await stack.Runtime.WaitForStatusAsync(cause.Text("CommandId"), stack.Worker, "Cancelled");
    }

    [PythonFact]
    public async Task AbortedRun_IsReportedByRule_OnTheNetworksChannel()
    {
        var execution = await stack.StartAsync(await stack.DeployAsync("aborted", new JobDefinition { Command = ["true"] }, channel: "low"));
        await stack.Runtime.CallAsync("states", "StopExecution", ("executionArn", execution));

        var alert = await stack.AlertAsync("low", execution);
        Assert.Equal(("ABORTED", "aborted"), (alert.Text("error"), alert.Text("networkName")));
    }

    [PythonFact]
    public async Task AbortedRun_StopsItsCommand()
    {
        var execution = await stack.StartAsync(await stack.DeployAsync("abandoned", new JobDefinition { Command = ["sleep 60 # abandoned"] }, channel: "low"));
        var automation = await CommandIsRunningAsync("# abandoned");
        await stack.Runtime.CallAsync("states", "StopExecution", ("executionArn", execution));

        var ended = await stack.Runtime.EndAsync(automation);
        Assert.Equal("Cancelled", ended.Status());
        await stack.Runtime.WaitForStatusAsync(ended.Step("runCommand").Output("CommandId")!, stack.Worker, "Cancelled");
    }

    [PythonFact]
    public async Task Automation_IsStopped_WhenItDoesNotAnswerInTime()
    {
        var execution = await stack.StartAsync(
            "arn:aws:states:us-east-1:000000000000:stateMachine:RunJob", """{"Tags":{"role":"job_worker"},"Commands":["sleep 60 # late"],"AttemptTimeoutSeconds":5}""");
        var run = await stack.EndAsync(execution);

        Assert.Equal("States.Timeout", run.Text("error"));
        var events = ((JsonArray)(await stack.Runtime.CallAsync("states", "GetExecutionHistory", ("executionArn", execution)))["events"]!).Cast<JsonObject>();
        var submitted = (JsonObject)events.First(item => item.Text("type") == "TaskSubmitted")["taskSubmittedEventDetails"]!;
        var automation = CommandTestExtensions.Json(submitted.Text("output")).Text("AutomationExecutionId");
        Assert.Equal("Cancelled", (await stack.Runtime.EndAsync(automation)).Status());
    }

    /// <summary>Waits until the command with that mark runs; its automation's id.</summary>
    private async Task<string> CommandIsRunningAsync(string mark)
    {
        var running = await Eventually.GetAsync(
            async () => ((JsonArray)(await stack.Runtime.CallAsync("ssm", "ListCommands"))["Commands"]!)
                .Cast<JsonObject>()
                .FirstOrDefault(command => command.Text("Status") == "InProgress" && command["Parameters"]!.ToString().Contains(mark, StringComparison.Ordinal)),
            found => found is not null);
        return running!.Text("Comment");
    }
}
