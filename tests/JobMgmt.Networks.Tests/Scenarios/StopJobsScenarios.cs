using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class StopJobsScenarios
{
    private const string Event = """{"detail-type":"Step Functions Execution Status Change","detail":{"executionArn":"arn:ended"}}""";
    private const string NoLocks = """{"Items":[{"Lock":{"S":"free"},"Entries":{"M":{}},"Tokens":{"M":{}}}]}""";
    private const string RunJob = "arn:aws:states:ap-northeast-1:123456789012:execution:RunJob:1";
    private static readonly JsonObject _machine =
        RunJobStack.Artefacts(Samples.Names).OfType<StateMachineArtefact>().Single(item => item.Name == "StopJobs").Definition;

    [Fact]
    public void StopJobs_StopsJobsAndAutomations_AndNothingElse()
    {
        var run = new MachineRun().Succeeds("Read locks", NoLocks)
            .Succeeds("Read events", History(
                Started("ExecutionArn", RunJob),
                Started("AutomationExecutionId", "auto-1"),
                Started("ExecutionArn", RunJob.Replace("RunJob", "SendFailEvent", StringComparison.Ordinal)),
                """{"Type":"TaskSubmitted","TaskSubmittedEventDetails":{"Output":"[]"}}""",
                """{"Type":"TaskTimedOut"}"""))
            .Run(_machine, Event);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(["Read events", "Stop RunJob or network", "Stop automation", "Read locks"], run.Tasks.Select(task => task.StateName));
        Assert.Equal($"\"{RunJob}\"", run.Parameters("Stop RunJob or network")["ExecutionArn"]!.ToString());
        Assert.Equal("""{"AutomationExecutionId":"auto-1","Type":"Cancel"}""", run.Parameters("Stop automation").ToString());
        Assert.Equal("\"arn:ended\"", run.Parameters("Read events")["ExecutionArn"]!.ToString());
    }

    [Fact]
    public void StopJobs_StopsNetworksThatAreJobs_WhoseOwnEndStopsTheirs()
    {
        var network = RunJob.Replace("RunJob", "JobNetwork-load", StringComparison.Ordinal);
        var run = new MachineRun().Succeeds("Read events", History(Started("ExecutionArn", network), Started("ExecutionArn", RunJob.Replace("RunJob", "JobGate", StringComparison.Ordinal)))).Run(_machine, Event);
        Assert.Equal([$"\"{network}\""], run.Tasks.Where(task => task.StateName == "Stop RunJob or network").Select(task => ((JsonObject)task.Parameters)["ExecutionArn"]!.ToString()));
    }

    [Fact]
    public void StopJobs_GoesOn_WhenSomethingHasEndedMeanwhile()
    {
        var run = new MachineRun().Succeeds("Read locks", NoLocks)
            .Succeeds("Read events", History(Started("AutomationExecutionId", "auto-1"), Started("ExecutionArn", RunJob)))
            .Fails("Stop automation", "Ssm.InvalidAutomationStatusUpdateException", "ended", submitted: false)
            .Run(_machine, Event);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Contains("Stop RunJob or network", run.Entered);
    }

    [Fact]
    public void StopJobs_ReadsFewerEvents_WhenManyAreTooLarge()
    {
        var run = new MachineRun().Succeeds("Read locks", NoLocks)
            .Fails("Read events", "States.DataLimitExceeded", "too large", submitted: false)
            .Succeeds("Read few events", History(Started("ExecutionArn", RunJob)))
            .Run(_machine, Event);

        Assert.Contains("Stop RunJob or network", run.Entered);
    }

    [Fact]
    public void StopJobs_ReadsBackToTheFirstEvent_AndStopsOnlyWhatHasNotEnded()
    {
        var run = new MachineRun()
            .Succeeds("Read events", """{"NextToken":"t","Events":[{"Id":9,"Type":"TaskSucceeded","PreviousEventId":3},""" + Started("ExecutionArn", RunJob + "8", 8) + "]}")
            .Succeeds("Read events", "{\"Events\":[" + Started("ExecutionArn", RunJob + "3", 3) + "," + Started("ExecutionArn", RunJob + "2", 2) + "]}")
            .Run(_machine, Event);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal([null, "\"t\""], run.Tasks.Where(task => task.StateName == "Read events").Select(task => ((JsonObject)task.Parameters)["NextToken"]?.ToString()));
        Assert.Equal([$"\"{RunJob}8\"", $"\"{RunJob}2\""], run.Tasks.Where(task => task.StateName == "Stop RunJob or network").Select(task => ((JsonObject)task.Parameters)["ExecutionArn"]!.ToString()));
    }

    [Theory]
    [InlineData("ABORTED", "", "{\"TaskToken\":\"t\"}", "JobCancelled")]
    [InlineData("TIMED_OUT", "", "{\"TaskToken\":\"t\"}", "States.Timeout")]
    [InlineData("ABORTED", "JobNetworkEnded", "{\"TaskToken\":\"t\"}", null)]
    [InlineData("ABORTED", "", "{}", null)]
    public void StopJobs_AnswersTheNetwork_OfARunJobThatSomebodyStopped_OnceItsCommandHasEnded(string status, string error, string input, string? told)
    {
        var run = new MachineRun().Succeeds("Read locks", NoLocks)
            .Succeeds("Read events", History(Started("AutomationExecutionId", "auto-1")))
            .Succeeds("Read its input", JsonObject.Of(("Input", input)).ToString())
            .Fails("Answer its network", "Sfn.TaskTimedOutException", "The network has ended.", submitted: false)
            .Run(_machine, JsonObject.Of(("detail", JsonObject.Of(
                ("executionArn", RunJob), ("stateMachineArn", Samples.Names.RunJobArn), ("status", status), ("error", JsonValue.OrNull(error.Length > 0 ? error : null)), ("cause", "enough")))).ToString());

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        var answer = run.Tasks.SingleOrDefault(task => task.StateName == "Answer its network");
        Assert.Equal(told, ((JsonObject?)answer?.Parameters)?["Error"]?.ToString().Trim('"'));
        if (answer is not null)
        {
            Assert.Equal(["Read events", "Stop automation", "Read its input", "Answer its network", "Read locks"], run.Tasks.Select(task => task.StateName));
            Assert.Equal(TimeSpan.FromSeconds(10), run.Elapsed);
            Assert.Equal("\"t\"", run.Parameters("Answer its network")["TaskToken"]!.ToString());
            Assert.Equal("\"enough\"", ((JsonObject)JsonValue.Parse(((JsonString)run.Parameters("Answer its network")["Cause"]!).Value))["Cause"]!.ToString());
        }
    }

    [Fact]
    public void StopJobs_HasNothingToDo_WhenNothingWasStarted() =>
        Assert.Equal("SUCCEEDED", new MachineRun().Succeeds("Read locks", NoLocks).Succeeds("Read events", History()).Run(_machine, Event).Outcome!.Status);

    private static string History(params string[] events) => $$"""{"Events":[{{string.Join(',', events)}}]}""";

    private static string Started(string member, string id, int number = 1) =>
        JsonObject.Of(("Id", number), ("Type", "TaskSubmitted"), ("TaskSubmittedEventDetails", JsonObject.Of(("Output", JsonObject.Of((member, id)).ToString())))).ToString();
}
