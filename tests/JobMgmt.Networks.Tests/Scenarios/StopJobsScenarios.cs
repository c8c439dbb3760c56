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
    public void StopJobs_ReadsFewerEvents_WhenManyAreTooLarge_FromTheLastOneOn()
    {
        var run = new MachineRun().Succeeds("Read locks", NoLocks)
            .Succeeds("Read events", """{"NextToken":"t","Events":[]}""")
            .Fails("Read events", "States.DataLimitExceeded", "too large", submitted: false)
            .Succeeds("Read events", """{"NextToken":"u","Events":[]}""")
            .Fails("Read events", "States.DataLimitExceeded", "too large", submitted: false)
            .Succeeds("Read events", """{"NextToken":"v","Events":[]}""")
            .Succeeds("Read events", History(Started("ExecutionArn", RunJob)))
            .Run(_machine, Event);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Contains("Stop RunJob or network", run.Entered);
        Assert.Equal(
            ["100 ", "100 \"t\"", "5 ", "5 \"u\"", "1 ", "1 \"v\""],
            run.Tasks.Where(task => task.StateName == "Read events").Select(task => (JsonObject)task.Parameters).Select(page => $"{page["MaxResults"]} {page["NextToken"]}"));
    }

    [Fact]
    public void StopJobs_FailsAndLeavesTheLocks_WhenNoEventCanBeRead()
    {
        var run = new MachineRun().Fails("Read events", "States.DataLimitExceeded", "too large", submitted: false).Run(_machine, Event);

        Assert.Equal(("FAILED", "JobsNotStopped"), (run.Outcome!.Status, run.Outcome.Error));
        var cause = (JsonObject)JsonValue.Parse(run.Outcome.Cause!);
        Assert.Equal(("\"arn:ended\"", "\"States.DataLimitExceeded\"", "\"too large\""), (cause["ExecutionArn"]!.ToString(), cause["Error"]!.ToString(), cause["Cause"]!.ToString()));
        Assert.Equal(3, run.Tasks.Count);
    }

    [Fact]
    public void StopJobs_GivesBackTheLocksOfAllPages()
    {
        var run = new MachineRun().Succeeds("Read events", History())
            .Succeeds("Read locks", """{"Items":[],"LastEvaluatedKey":{"Lock":{"S":"a"}}}""")
            .Succeeds("Read locks", Locks("b", "arn:ended", """,{"Lock":{"S":"c"},"Entries":{"M":{"x":{"M":{"Execution":{"S":"arn:other"}}}}},"Tokens":{"M":{"x":{"S":"t"}}}}"""))
            .Fails("Read locks", "States.DataLimitExceeded", "too large", submitted: false)
            .Succeeds("Read locks", Locks("d", "arn:ended", ""))
            .Succeeds("Read locks", """{"Items":[]}""")
            .Succeeds("Take it out of the lock", """{"Attributes":{"Entries":{"M":{}},"Places":{"M":{}},"Tokens":{"M":{}}}}""")
            .Run(_machine, Event);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(
            ["50 ", "50 a", "50 b", "5 b", "5 d"],
            Parameters(run, "Read locks").Select(page => $"{page["Limit"]} {((page["ExclusiveStartKey"] as JsonObject)?["Lock"] as JsonObject)?["S"]}".Replace("\"", "", StringComparison.Ordinal)));
        Assert.Equal(
            ["b arn:ended#1", "c -", "d arn:ended#1"],
            Parameters(run, "Take it out of the lock").Select(update => $"{((JsonObject)((JsonObject)update["Key"]!)["Lock"]!)["S"]} {((JsonObject)update["ExpressionAttributeNames"]!)["#id"]}".Replace("\"", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(1, run.Entered.Count(state => state == "Until its commands have ended"));
    }

    [Fact]
    public void StopJobs_GivesBackWhatItCan_AndFails_WhenALockIsTooLarge()
    {
        var run = new MachineRun().Succeeds("Read events", History())
            .Succeeds("Read locks", Locks("b", "arn:ended", ""))
            .Fails("Read locks", "States.DataLimitExceeded", "too large", submitted: false)
            .Succeeds("Take it out of the lock", """{"Attributes":{"Entries":{"M":{}},"Places":{"M":{}},"Tokens":{"M":{}}}}""")
            .Run(_machine, Event);

        Assert.Equal(("FAILED", "LocksNotGivenBack"), (run.Outcome!.Status, run.Outcome.Error));
        Assert.Single(Parameters(run, "Take it out of the lock"));
        Assert.Contains("too large", run.Outcome.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void StopJobs_NamesTheLocksThatItCouldNotGiveBack_AfterTheOthers()
    {
        var run = new MachineRun().Succeeds("Read events", History())
            .Succeeds("Read locks", """{"Items":[""" + Lock("a", "arn:ended") + "," + Lock("b", "arn:ended") + "]}")
            .Fails("Take it out of the lock", "DynamoDb.ConditionalCheckFailedException", "no", submitted: false)
            .Succeeds("Take it out of the lock", """{"Attributes":{"Entries":{"M":{}},"Places":{"M":{}},"Tokens":{"M":{}}}}""")
            .Run(_machine, Event);

        Assert.Equal(("FAILED", "LocksNotGivenBack"), (run.Outcome!.Status, run.Outcome.Error));
        Assert.Contains("could be given back: a. Get-JobLock", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(2, Parameters(run, "Take it out of the lock").Count());
    }

    [Fact]
    public void StopJobs_HasTheTimeForAllRetriesOfItsCalls()
    {
        var states = ((JsonObject)_machine["States"]!).Select(state => (JsonObject)state.Value).ToArray();
        var inner = states.SelectMany(state => (state["ItemProcessor"] as JsonObject)?["States"] is JsonObject own ? own.Select(one => (JsonObject)one.Value) : []).ToArray();
        var woken = inner.SelectMany(state => (state["ItemProcessor"] as JsonObject)?["States"] is JsonObject own ? own.Select(one => (JsonObject)one.Value) : []);

        // reading events and locks has three page sizes
        Assert.InRange(Number(_machine, "TimeoutSeconds")!.Value, states.Concat(states).Concat(states).Concat(inner).Concat(woken).Sum(Longest), 86_400);
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

    private static double Longest(JsonObject state)
    {
        var call = Number(state, "TimeoutSeconds") ?? Number(state, "Seconds") ?? 0;
        return call + (state["Retry"] as JsonArray ?? JsonArray.Empty).Cast<JsonObject>().Sum(retrier => Enumerable.Range(0, (int)Number(retrier, "MaxAttempts")!.Value)
            .Sum(attempt => call + Math.Min(Number(retrier, "IntervalSeconds")!.Value * Math.Pow(Number(retrier, "BackoffRate")!.Value, attempt), Number(retrier, "MaxDelaySeconds") ?? double.MaxValue)));
    }

    private static double? Number(JsonObject state, string member) => (state[member] as JsonNumber)?.ToDouble();

    private static IEnumerable<JsonObject> Parameters(MachineRun run, string state) => run.Tasks.Where(task => task.StateName == state).Select(task => (JsonObject)task.Parameters);

    private static string Locks(string name, string execution, string more) => $$$$"""{"Items":[{{{{Lock(name, execution)}}}}{{{{more}}}}],"LastEvaluatedKey":{"Lock":{"S":"{{{{name}}}}"}}}""";

    private static string Lock(string name, string execution) => JsonObject.Of(
        ("Lock", JsonObject.Of(("S", name))),
        ("Entries", JsonObject.Of(("M", JsonObject.Of((execution + "#1", JsonObject.Of(("M", JsonObject.Of(("Execution", JsonObject.Of(("S", execution))))))))))),
        ("Tokens", JsonObject.Of(("M", JsonObject.Empty)))).ToString();

    private static string History(params string[] events) => $$"""{"Events":[{{string.Join(',', events)}}]}""";

    private static string Started(string member, string id, int number = 1) =>
        JsonObject.Of(("Id", number), ("Type", "TaskSubmitted"), ("TaskSubmittedEventDetails", JsonObject.Of(("Output", JsonObject.Of((member, id)).ToString())))).ToString();
}
