using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class NetworkScenarios
{
    private const string Tags = """{"role":"job_worker","env":"production"}""";
    private static readonly JsonObject _example = NetworkCompiler.Compile(Samples.Example, Samples.Names);

    [Fact]
    public void Network_RunsItsJobsInOrder_AndEndsWithTheLastAnswer()
    {
        var run = new MachineRun().Succeeds("Job 3", """{"Status":"Success"}""").Run(_example, Tags);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal("""{"Status":"Success"}""", run.Outcome.Output!.ToString());
        Assert.Equal(["Job 1", "Job 2", "Job 3"], run.Tasks.Select(task => task.StateName));
        Assert.All(run.Tasks, task => Assert.Equal(Tags, ((JsonObject)((JsonObject)task.Parameters)["Input"]!)["Tags"]!.ToString()));
    }

    [Fact]
    public void Network_SendsTheAlertAndFailsWithTheJobsError_WhenAJobFails()
    {
        var run = new MachineRun().Fails("Job 2", "ExecutionFailed", """{"ResponseCode":1}""").Run(_example, Tags);

        Assert.Equal(("FAILED", "ExecutionFailed", """{"ResponseCode":1}"""), (run.Outcome!.Status, run.Outcome.Error, run.Outcome.Cause));
        Assert.DoesNotContain("Job 3", run.Entered);
        var alert = (JsonObject)run.Parameters("Alert for job 2")["Input"]!;
        Assert.Equal("\"high\"", alert["Channel"]!.ToString());
        Assert.Equal("\"Job 2\"", alert["JobName"]!.ToString());
        Assert.Equal("\"ExecutionFailed\"", alert["Error"]!.ToString());
        Assert.Equal(new JsonString("""{"ResponseCode":1}"""), alert["Cause"]);
    }

    [Fact]
    public void Network_StillFailsWithTheJobsError_WhenTheAlertFails()
    {
        var run = new MachineRun().Fails("Job 1", "ExecutionFailed", "why").Fails("Alert for job 1", "States.TaskFailed", "no bus").Run(_example, Tags);

        Assert.Equal(("ExecutionFailed", "why"), (run.Outcome!.Error, run.Outcome.Cause));
        Assert.Equal(3, run.Tasks.Count(task => task.StateName == "Alert for job 1"));
    }

    [Fact]
    public void Network_EndsInTime_WhenRunJobNeverAnswers()
    {
        var run = new MachineRun().Hangs("Job 1").Run(_example, Tags);

        Assert.Equal("States.Timeout", run.Outcome!.Error);
        Assert.Contains("Job 'Job 1' ended without saying why", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(new JobTimeouts(300, new RunJobStackOptions()).Job, run.Elapsed.TotalSeconds);
    }

    [Fact]
    public void Network_EndsInTime_WhenEvenTheAlertHangs()
    {
        var run = new MachineRun().Hangs("Job 1").Hangs("Alert for job 1").Run(_example, Tags);

        Assert.Equal("States.Timeout", run.Outcome!.Error);
        Assert.Equal("FAILED", run.Outcome.Status);
    }

    [Fact]
    public void Network_NamesTheError_WhenTheCallbackNamesNone()
    {
        var run = new MachineRun().Fails("Job 1", null, null).Run(_example, Tags);

        Assert.Equal("ExecutionFailed", run.Outcome!.Error);
        Assert.Contains("Job 1", run.Outcome.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"role":"a"}""", """{"role":"a"}""", "the input itself")]
    [InlineData("""{"tags":{"role":"a"},"other":1}""", """{"role":"a"}""", "a tags member")]
    [InlineData("""{"tags":"a"}""", """{"tags":"a"}""", "a worker tag called tags")]
    public void Network_TakesTheTagsOfTheInput(string input, string tags, string reason)
    {
        var run = new MachineRun().Run(_example, input);

        Assert.True(tags == Sent(run)["Tags"]!.ToString(), reason);
    }

    [Theory]
    [InlineData("{}", "NoWorkerTag")]
    [InlineData("null", "NoWorkerTag")]
    [InlineData("1", "NoWorkerTag")]
    [InlineData("\"role\"", "NoWorkerTag")]
    [InlineData("[1]", "NoWorkerTag")]
    [InlineData("""{"tags":{}}""", "NoWorkerTag")]
    [InlineData("""{"tags":null}""", "NoWorkerTag")]
    [InlineData("""{"tags":[1]}""", "InvalidJobInput")]
    [InlineData("""{"tags":7}""", "InvalidJobInput")]
    [InlineData("""{"version":"0","detail-type":"x","source":"s","detail":{}}""", "NoWorkerTag")]
    public void Network_FailsClearlyWithAnAlert_WhenNoTagsAreGiven(string input, string error)
    {
        var run = new MachineRun().Run(_example, input);

        Assert.Equal(("FAILED", error), (run.Outcome!.Status, run.Outcome.Error));
        Assert.Equal(["Alert for the input"], run.Tasks.Select(task => task.StateName));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"version":"0","detail-type":"Scheduled Event","source":"aws.events","detail":{}}""")]
    [InlineData("""{"tags":{}}""")]
    public void Network_TakesItsOwnTags_WhenTheInputNamesNone(string input)
    {
        var network = Samples.Example with { Tag = new Dictionary<string, string> { ["role"] = "own" } };

        Assert.Equal("""{"role":"own"}""", Sent(new MachineRun().Run(NetworkCompiler.Compile(network, Samples.Names), input))["Tags"]!.ToString());
    }

    [Fact]
    public void Job_TakesItsOwnTags_WhateverTheRunSays()
    {
        var run = new MachineRun().Run(NetworkCompiler.Compile(Samples.Everything, Samples.Names), Tags);

        Assert.Equal("""{"role":"loader"}""", ((JsonObject)run.Parameters("Load")["Input"]!)["Tags"]!.ToString());
    }

    [Fact]
    public void Job_IsTriedAgain_AsItsPolicySays()
    {
        var run = new MachineRun().Fails("Load", "ExecutionFailed", "1").Fails("Load", "WorkerBusy", "2").Succeeds("Load", "{}")
            .Run(NetworkCompiler.Compile(Samples.Everything, Samples.Names), Tags);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(3, run.Tasks.Count(task => task.StateName == "Load"));
        Assert.Equal(30 + 45, run.Elapsed.TotalSeconds);
    }

    [Theory]
    [InlineData("StepFunctions.AWSStepFunctionsException")]
    [InlineData("StepFunctions.ExecutionLimitExceededException")]
    public void Job_IsStartedAgain_WhenItsStartIsRefused(string error)
    {
        var run = new MachineRun().Fails("Job 1", error, "Rate exceeded (Service: AWSStepFunctions; Status Code: 400; Error Code: ThrottlingException)", submitted: false).Succeeds("Job 1", "{}").Run(_example, Tags);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(2, run.Tasks.Count(task => task.StateName == "Job 1"));
    }

    [Fact]
    public void Compile_Refuses_WhatHasFaults() =>
        Assert.Equal(2, Assert.Throws<InvalidNetworkException>(() => NetworkCompiler.Compile(new JobNetwork(), Samples.Names)).Faults.Count);

    private static JsonObject Sent(MachineRun run) => (JsonObject)run.Parameters("Job 1")["Input"]!;
}
