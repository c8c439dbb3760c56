using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Runs;

public sealed class NestedRunReaderTests
{
    private const string Child = "arn:aws:states:us-east-1:000000000000:execution:dev-JobNetwork-load:x";
    private static readonly DateTimeOffset _begin = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"Status":"FAILED","Error":"E","Cause":"{\"FailedJobs\":[\"a\",\"b/c\"]}"}""", "Failed", "The network 'load' ended as FAILED; of its jobs failed: a, b/c.")]
    [InlineData("""{"Status":"FAILED","Error":"NoWorkerTag","Cause":"{\"FailedJobs\":[\"\"]}"}""", "Failed", "The network 'load' ended as FAILED; of its jobs failed: its input.")]
    [InlineData("""{"Status":"ABORTED","Error":"JobCancelled","Cause":"Stopped by me."}""", "Aborted", "The network 'load' ended as ABORTED: Stopped by me.")]
    [InlineData("""{"Status":"TIMED_OUT"}""", "TimedOut", "The network 'load' ended as TIMED_OUT.")]
    [InlineData("""{"Status":"FAILED","Cause":"{\"Message\":\"no tags.\"}"}""", "Failed", "The network 'load' ended as FAILED: no tags.")]
    public void AFailure_IsToldInWords(string end, string status, string message)
    {
        var job = Read(Event(5, "TaskFailed") with { Error = "States.TaskFailed", Cause = ((JsonObject)JsonValue.Parse(end)).With("ExecutionArn", Child).ToString() });
        Assert.Equal((status, "JobNetworkFailed", Child), (job.Status.ToString(), job.Error, job.NestedExecutionArn));
        Assert.Equal(message, ((JsonString)((JsonObject)JsonValue.Parse(job.Cause!))["Message"]!).Value);
    }

    [Theory]
    [InlineData("StepFunctions.StateMachineDoesNotExistException", "State Machine Does Not Exist")]
    [InlineData("States.TaskFailed", "cut off {")]
    [InlineData("States.TaskFailed", null)]
    public void WhatIsNoEndOfANetwork_StaysAsItCame(string error, string? cause)
    {
        var job = Read(Event(5, "TaskFailed") with { Error = error, Cause = cause });
        Assert.Equal((JobRunStatus.Failed, error, cause), (job.Status, job.Error, job.Cause));
    }

    [Fact]
    public void ASuccess_HasTheNetworksOutput_AndNoRunJob()
    {
        var job = Read(Event(5, "TaskSucceeded") with { Output = JsonValue.Parse($$"""{"ExecutionArn":"{{Child}}","Output":{"x":1},"Status":"SUCCEEDED"}""") });
        Assert.Equal((JobRunStatus.Succeeded, Child, null, """{"x":1}"""), (job.Status, job.NestedExecutionArn, job.RunJobExecutionArn, job.Output!.ToString()));
    }

    [Theory]
    [InlineData("""{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:x"}""", "arn:x")]
    [InlineData("""{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":7}""", null)]
    [InlineData("[]", null)]
    public void ItsParent_IsInItsInput(string input, string? parent) => Assert.Equal(parent, NestedRun.ParentOf(JsonValue.Parse(input)));

    // Without the definition's names: what a history alone shows to be a job.
    private static JobTrace Read(RunEvent end) => Assert.Single(NetworkRunReader.Read(
        [
            Event(1, "ExecutionStarted"),
            Event(2, "TaskStateEntered") with { Name = "load it" },
            Event(3, "TaskScheduled") with { Resource = "startExecution.sync:2", Parameters = JsonValue.Parse("""{"StateMachineArn":"arn:aws:states:us-east-1:000000000000:stateMachine:dev-JobNetwork-load"}""") },
            Event(4, "TaskSubmitted") with { Output = JsonObject.Of(("ExecutionArn", Child)) },
            end,
            Event(6, "TaskStateExited"),
        ],
        []));

    private static RunEvent Event(long id, string type) => new(id, id - 1, type, _begin);
}
