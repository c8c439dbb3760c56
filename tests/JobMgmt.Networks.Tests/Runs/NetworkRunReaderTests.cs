using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;
using Xunit;

namespace JobMgmt.Networks.Tests.Runs;

public sealed class NetworkRunReaderTests
{
    private const string Child = "arn:aws:states:us-east-1:000000000000:execution:RunJob:";
    private static readonly DateTimeOffset Begin = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private readonly List<RunEvent> _history = [new(1, 0, "ExecutionStarted", Begin)];

    [Fact]
    public void Read_SucceededFailedNotRun_WhenTheSecondJobOfThreeFails()
    {
        Job("A", 0, "a", "TaskSucceeded", output: """{"CommandId":"c-1","InstanceId":"i-1","ResponseCode":0,"LogGroupName":"/g"}""");
        Job("B", Last, "b", "TaskFailed", "ExecutionFailed", """{"Message":"no","CommandId":"c-2","InstanceId":"i-2","ResponseCode":3,"AutomationExecutionId":"x"}""");
        Add("PassStateEntered", Last, name: "Tell the cause");
        Add("ExecutionFailed", Last, error: "ExecutionFailed");

        IReadOnlyList<JobTrace> jobs = NetworkRunReader.Read(_history, ["A", "B", "C"]);

        Assert.Equal([JobRunStatus.Succeeded, JobRunStatus.Failed, JobRunStatus.NotRun], jobs.Select(j => j.Status));
        Assert.Equal(new JobResult { CommandId = "c-1", InstanceId = "i-1", ExitCode = 0, LogGroupName = "/g" }, jobs[0].Result);
        Assert.Equal(("ExecutionFailed", 3, "i-2", "x"), (jobs[1].Error, jobs[1].Result.ExitCode, jobs[1].Result.InstanceId, jobs[1].Result.AutomationExecutionId));
        Assert.Equal(Child + "b", jobs[1].RunJobExecutionArn);
        Assert.Null(jobs[2].StartTime);
    }

    [Fact]
    public void Read_RunningThenPending_WhileTheRunGoesOn()
    {
        Add("TaskStateEntered", 1, name: "A");
        Add("TaskScheduled", Last, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":["true"]}}""");

        IReadOnlyList<JobTrace> jobs = NetworkRunReader.Read(_history, ["A", "B"]);

        Assert.Equal([JobRunStatus.Running, JobRunStatus.Pending], jobs.Select(j => j.Status));
        Assert.Null(jobs[0].StopTime);
    }

    [Fact]
    public void Read_RunningWithTheNewChild_WhenAFailedJobIsTriedAgain()
    {
        Job("A", 1, "first", "TaskFailed", "ExecutionFailed", "{}", exit: false);
        Assert.Equal(JobRunStatus.Running, NetworkRunReader.Read(_history, ["A"])[0].Status);

        Task("second", Last, "TaskSucceeded");

        JobTrace job = NetworkRunReader.Read(_history, ["A"])[0];
        Assert.Equal((JobRunStatus.Succeeded, 2, Child + "second"), (job.Status, job.Starts, job.RunJobExecutionArn));
        Assert.Null(job.Error);
    }

    [Theory]
    [InlineData("ExecutionAborted", JobRunStatus.Aborted)]
    [InlineData("ExecutionTimedOut", JobRunStatus.TimedOut)]
    [InlineData("ExecutionFailed", JobRunStatus.Failed)]
    public void Read_TheRunsEndIsTheJobs_WhenTheRunEndsWhileItGoesOn(string end, JobRunStatus status)
    {
        Add("TaskStateEntered", 1, name: "A");
        Add("TaskScheduled", Last, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":["true"]}}""");
        Add(end, 0, error: "Why", cause: "because");

        JobTrace job = NetworkRunReader.Read(_history, ["A", "B"])[0];

        Assert.Equal((status, "Why", "because"), (job.Status, job.Error, job.Cause));
    }

    [Fact]
    public void Read_Aborted_WhenAJobWasStoppedWithABranchThatFailed()
    {
        Add("TaskStateEntered", 1, name: "A");
        Add("TaskScheduled", Last, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":["true"]}}""");
        Job("B", 1, "b", "TaskFailed", "ExecutionFailed", "{}", exit: false);
        Add("TaskStateAborted", Last);
        Add("ExecutionFailed", 0, error: "ExecutionFailed", cause: "{}");

        IReadOnlyList<JobTrace> jobs = NetworkRunReader.Read(_history, ["A", "B"]);

        Assert.Equal([JobRunStatus.Aborted, JobRunStatus.Failed], jobs.Select(j => j.Status));
        Assert.Null(jobs[0].Error);
    }

    [Fact]
    public void Read_TellsTimeoutsByTheirName_WhenTheEventHasNone()
    {
        Job("A", 1, "a", "TaskTimedOut");
        JobTrace job = NetworkRunReader.Read(_history, ["A"])[0];
        Assert.Equal((JobRunStatus.TimedOut, "States.Timeout"), (job.Status, job.Error));
    }

    [Fact]
    public void Read_KeepsBranchesApart_WhenTheirEventsAreInterleaved()
    {
        Add("TaskStateEntered", 1, name: "A");
        long a = Last;
        Add("TaskStateEntered", 1, name: "B");
        long b = Last;
        Add("TaskScheduled", a, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":[]}}""");
        a = Last;
        Add("TaskScheduled", b, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":[]}}""");
        Add("TaskFailed", Last, error: "ExecutionFailed", cause: "{}");
        Add("TaskStateExited", Last, name: "B");
        Add("TaskSucceeded", a, output: "{}");

        Assert.Equal([JobRunStatus.Succeeded, JobRunStatus.Failed], NetworkRunReader.Read(_history, ["A", "B"]).Select(j => j.Status));
    }

    [Fact]
    public void Read_FindsJobsByWhatTheyStart_WhenTheDefinitionCouldNotBeRead()
    {
        Job("A", 1, "a", "TaskSucceeded");
        Add("TaskStateEntered", Last, name: "Send fail event");
        Add("TaskScheduled", Last, resource: "startExecution.sync:2", parameters: """{"Input":{"Error":"x"}}""");

        Assert.Equal(["A"], NetworkRunReader.Read(_history, []).Select(j => j.JobName));
    }

    [Fact]
    public void Read_CountsAutomationsAndTakesTheLast_WhenRunJobLooksForAWorkerAgain()
    {
        const string start = "startAutomationExecution.waitForTaskToken";
        Add("TaskScheduled", 1, resource: start);
        Add("TaskSubmitted", Last, resource: start, output: """{"AutomationExecutionId":"one"}""");
        Add("TaskFailed", Last, resource: start, error: "WorkerBusy");

        var waiting = RunJobReader.Read(_history);

        Add("TaskScheduled", Last, resource: start);
        Add("TaskSubmitted", Last, resource: start, output: """{"AutomationExecutionId":"two"}""");
        Assert.Equal((1, "one", "WorkerBusy"), (waiting.Attempts, waiting.AutomationExecutionId, waiting.Waits?.Error));
        Assert.Equal((2, "two", null), RunJobReader.Read(_history));
    }

    [Fact]
    public void Read_KeepsEachStart_OfAJobThatIsTriedAgain()
    {
        Add("TaskStateEntered", 1, name: "A");
        Start("one", "TaskFailed", "Busy");
        Start("two", "TaskTimedOut", null);
        Start("three", "TaskSucceeded", null);

        var job = Assert.Single(NetworkRunReader.Read(_history, ["A"]));

        Assert.Equal(("three", 3, JobRunStatus.Succeeded), (job.RunJobExecutionArn, job.Starts, job.Status));
        Assert.Equal(
            [("one", JobRunStatus.Failed, "Busy"), ("two", JobRunStatus.TimedOut, "States.Timeout")],
            job.EarlierStarts.Select(start => (start.RunJobExecutionArn!, start.Status, start.Error!)));
        Assert.True(job.StartTime < job.EarlierStarts[0].LastStartTime && job.EarlierStarts[0].StopTime < job.EarlierStarts[1].StartTime && job.EarlierStarts[1].StopTime < job.LastStartTime);

        void Start(string execution, string end, string? error)
        {
            Add("TaskScheduled", Last, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":[]}}""");
            Add("TaskSubmitted", Last, resource: "startExecution.waitForTaskToken", output: $$"""{"ExecutionArn":"{{execution}}"}""");
            Add(end, Last, error: error, output: "{}");
        }
    }

    [Theory]
    [InlineData("""{"AutomationExecutionURL":"https://h/systems-manager/automation/execution/abc?region=r","CommandResult":{"CommandId":"c","ResponseCode":1}}""", "abc", "c", 1)]
    [InlineData("""{"AutomationExecutionId":"abc","ResponseCode":-1}""", "abc", null, null)]
    [InlineData("""{"ResponseCode":"7"}""", null, null, 7)]
    [InlineData("plain text", null, null, null)]
    [InlineData("[1]", null, null, null)]
    [InlineData(null, null, null, null)]
    public void Parse_TakesWhatThereIs_FromEveryForm(string? text, string? automation, string? command, int? exitCode)
    {
        JobResult result = JobResult.Parse(text);
        Assert.Equal((automation, command, exitCode), (result.AutomationExecutionId, result.CommandId, result.ExitCode));
    }

    private long Last => _history[^1].Id;

    private void Job(string name, long previous, string child, string end, string? error = null, string? cause = null, string? output = null, bool exit = true)
    {
        Add("TaskStateEntered", previous, name: name);
        Task(child, Last, end, error, cause, output);
        if (exit)
        {
            Add("TaskStateExited", Last, name: name);
        }
    }

    private void Task(string child, long previous, string end, string? error = null, string? cause = null, string? output = null)
    {
        Add("TaskScheduled", previous, resource: "startExecution.waitForTaskToken", parameters: """{"Input":{"Commands":["true"]}}""");
        Add("TaskStarted", Last);
        Add("TaskSubmitted", Last, output: $$"""{"ExecutionArn":"{{Child}}{{child}}"}""");
        Add(end, Last, error: error, cause: cause, output: output);
    }

    private void Add(
        string type, long previous, string? name = null, string? resource = null, string? parameters = null, string? output = null, string? error = null, string? cause = null)
        => _history.Add(new RunEvent(Last + 1, previous, type, Begin.AddSeconds(Last))
        {
            Name = name,
            Resource = resource,
            Parameters = Parse(parameters),
            Output = Parse(output),
            Error = error,
            Cause = cause,
        });

    private static JsonValue? Parse(string? text) => text is null ? null : JsonValue.Parse(text);
}
