using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class SendFailEventScenarios
{
    private const string Execution = "arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-example:run";
    private const string Url = "https://ap-northeast-1.console.aws.amazon.com/states/home?region=ap-northeast-1#/executions/details/" + Execution;
    private static readonly JsonObject _machine = RunJobStack.Artefacts(Samples.Names).OfType<StateMachineArtefact>().Single(item => item.Name == "SendFailEvent").Definition;

    [Theory]
    [InlineData("""{"ResponseCode":1,"a":"it's \\ \"quoted\" {}"}""", "an object in JSON")]
    [InlineData("{}", "an empty object")]
    public void Cause_IsAnObject_WhenItIsJson(string cause, string reason)
    {
        var run = new MachineRun().Run(_machine, Input(cause));

        var entry = Entry(run, "Send");
        Assert.Equal(("\"net.quickguard.states\"", "\"Job Network Execution Fail\""), (entry["Source"]!.ToString(), entry["DetailType"]!.ToString()));
        var detail = (JsonObject)entry["Detail"]!;
        Assert.True(JsonValue.Parse(cause).Equals(detail["cause"]), reason);
        Assert.Equal(("ExecutionFailed", "high", Url, "example", "Job \"2\""), (Text(detail, "error"), Text(detail, "channel"), Text(detail, "executionURL"), Text(detail, "networkName"), Text(detail, "jobName")));
        Assert.Equal(["What is the input?", "What is to do before?", "Does the network fail?", "Mark network as failing", "Send"], run.Entered);
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("")]
    [InlineData("[1]")]
    public void Cause_IsText_WhenItIsNoObject(string cause)
    {
        var detail = (JsonObject)Entry(new MachineRun().Run(_machine, Input(cause)), "Send")["Detail"]!;

        Assert.Equal((cause, "ExecutionFailed", "high", Url), (Text(detail, "cause"), Text(detail, "error"), Text(detail, "channel"), Text(detail, "executionURL")));
    }

    [Theory]
    [InlineData("{oops}")]
    [InlineData("{")]
    [InlineData("{\"a\":1} and more")]
    [InlineData("{% 1 %}")]
    [InlineData("{Status=[Failed], ResponseCode=[1]}")]
    public void Cause_IsText_WhenItOnlyLooksLikeAnObject(string cause)
    {
        var run = new MachineRun().Run(_machine, Input(cause));

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(["Mark network as failing", "Send with the cause as text"], run.Tasks.Select(task => task.StateName));
        Assert.Equal((cause, "high"), (Text(Detail(run), "cause"), Text(Detail(run), "channel")));
    }

    [Fact]
    public void Cause_IsText_WhenEventBridgeRefusesTheObject()
    {
        var run = new MachineRun().Fails("Send", "EventBridge.FailedEntry", "MalformedDetail", submitted: false).Run(_machine, Input("{\"a\":1}"));

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal("{\"a\":1}", Text((JsonObject)Entry(run, "Send with the cause as text")["Detail"]!, "cause"));
    }

    [Fact]
    public void Cause_CannotStandForAnotherMember()
    {
        var detail = Detail(new MachineRun().Run(_machine, Input("""{"channel":"low","error":"none"}""")));

        Assert.Equal(("high", "ExecutionFailed"), (Text(detail, "channel"), Text(detail, "error")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"Error":null,"Cause":null}""")]
    [InlineData("""{"Cause":{"a":1},"Channel":7,"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":{}}""")]
    [InlineData("""{"Cause":{"a":1},"Error":["x"]}""")]
    [InlineData("""[{"Cause":"c"},1]""")]
    [InlineData("""{"detail-type":1,"detail":{"executionArn":"a","status":"b","stateMachineArn":7}}""")]
    [InlineData("""{"detail-type":1,"detail":[]}""")]
    public void Alert_IsSent_WhateverTheInput(string input)
    {
        var run = new MachineRun().Run(_machine, input);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Single(run.Tasks);
        Assert.Equal(input.Contains("Channel", StringComparison.Ordinal) ? "7" : "\"high\"", Detail(run)["channel"]!.ToString());
    }

    [Fact]
    public void Alert_FitsTheEventBus_WhenTheInputIsHuge() =>
        Assert.InRange(Text(Detail(new MachineRun().Run(_machine, new JsonString(new string('x', 250_000)).ToString())), "cause").Length, 30_000, 40_000);

    [Fact]
    public void Channel_IsTheDefault_WhenNoneIsGiven() =>
        Assert.Equal("high", Text((JsonObject)Entry(new MachineRun().Run(_machine, """{"Error":"E","Cause":"c"}"""), "Send")["Detail"]!, "channel"));

    [Theory]
    [InlineData("""{"Tags":[{"Key":"jobmgmt:stack","Value":"default"},{"Key":"jobmgmt:channel","Value":"low"},{"Key":"jobmgmt:network","Value":"example"}]}""", "low", "example")]
    [InlineData("""{"Tags":[]}""", "high", "example")]
    public void StatusEvent_GoesToTheNetworksChannel(string tags, string channel, string name)
    {
        var run = new MachineRun().Succeeds("Find channel", tags).Run(_machine, StatusEvent("ABORTED", "null", "null"));

        var detail = Detail(run);
        Assert.Equal((channel, "ABORTED", Url, name), (Text(detail, "channel"), Text(detail, "error"), Text(detail, "executionURL"), Text(detail, "networkName")));
        Assert.Equal("\"arn:aws:states:ap-northeast-1:123456789012:stateMachine:JobNetwork-example\"", run.Parameters("Find channel")["ResourceArn"]!.ToString());
    }

    [Theory]
    [InlineData("arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-parent:r", true)]
    [InlineData("arn:aws:states:ap-northeast-1:123456789012:execution:theirs:r", false)]
    public void StatusEvent_OfARunThatIsAJob_IsToldByTheOther(string parent, bool isTold)
    {
        var input = new JsonString(JsonObject.Of(("tags", JsonObject.Empty), ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", parent)).ToString());
        var run = new MachineRun().Run(_machine, StatusEvent("ABORTED", "null", "null").Replace("\"status\"", $"\"input\":{input},\"status\"", StringComparison.Ordinal));

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(isTold, !run.Entered.Contains("Send"));
    }

    [Fact]
    public void StatusEvent_IsSent_WhenTheChannelCannotBeFound()
    {
        var run = new MachineRun().Fails("Find channel", "Sfn.SfnException", "denied", submitted: false).Run(_machine, StatusEvent("TIMED_OUT", "null", "null"));

        Assert.Equal("TIMED_OUT", Text(Detail(run), "error"));
    }

    [Theory]
    [InlineData("StopJobs", "high", "What arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-n:r had started may still be running", "Get-JobNetworkRun -ExecutionArn 'arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-n:r' | Get-JobRun\nGet-JobLock")]
    [InlineData("WatchDeadline", "high", "are not watched any more", "Get-JobNetworkRun -ExecutionArn 'arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-n:r' | Get-JobRun")]
    [InlineData("SendDigest", "high", "was not told", "Get-JobNetworkRun -Status Failed")]
    [InlineData("SendRecovered", "high", "its alerts stay open", "Get-JobAlert -Status Open")]
    [InlineData("StartNetwork", "high", "may not have started the network n", "Get-JobNetworkRun n\nStart-JobNetwork n")]
    [InlineData("RunAlertCommand", "high command", "The command of a channel was not run", "Get-JobAlertChannel")]
    public void StackMachineThatFails_IsAnAlertOfTheDefaultChannel_ButNeverOfACommand(string machine, string channel, string message, string next)
    {
        const string run = "arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-n:r";
        var alert = new MachineRun().Run(_machine, JsonObject.Of(
            ("detail-type", "Step Functions Execution Status Change"),
            ("detail", JsonObject.Of(
                ("executionArn", $"arn:aws:states:ap-northeast-1:123456789012:execution:{machine}:x"),
                ("stateMachineArn", Samples.Names.MachineArn(machine)),
                ("status", "FAILED"),
                ("input", $$$"""{"NetworkName":"n","detail":{"executionArn":"{{{run}}}","input":"{\"executionArn\":\"other\"}"}}"""),
                ("error", "Sfn.SfnException"),
                ("cause", "Rate exceeded")))).ToString());

        var detail = Detail(alert);
        Assert.Equal(["What is the input?", "What is to do before?", "Does the network fail?", "Send"], alert.Entered); // no network fails by it
        Assert.Equal((channel, "Sfn.SfnException", "", next), (Text(detail, "channel"), Text(detail, "error"), Text(detail, "networkName"), Text(detail, "next")));
        Assert.Contains(message, Text((JsonObject)detail["cause"]!, "Message"), StringComparison.Ordinal);
        Assert.Equal("Rate exceeded", Text((JsonObject)detail["cause"]!, "Cause"));
    }

    [Fact]
    public void StackMachineThatTimesOut_IsAnAlert_EvenWithoutItsInput()
    {
        var detail = Detail(new MachineRun().Run(_machine, $$$"""
            {"detail-type":"x","detail":{"executionArn":"arn:x","stateMachineArn":"{{{Samples.Names.StopJobsArn}}}","status":"TIMED_OUT","input":null,"error":null,"cause":null}}
            """));

        Assert.Equal(("TIMED_OUT", "Get-JobNetworkRun -Status Running\nGet-JobLock"), (Text(detail, "error"), Text(detail, "next")));
        Assert.Equal("""{"Message":"StopJobs, a machine of the stack, ended as TIMED_OUT. What an ended execution had started may still be running, and its locks may still be held."}""", detail["cause"]!.ToString());
    }

    [Fact]
    public void StatusEvent_SaysWhenTheNetworkFailed_HoweverLateItComes()
    {
        var run = new MachineRun().Run(_machine, StatusEvent("ABORTED", "null", "null").Replace("\"status\"", "\"stopDate\":1794225600123,\"status\"", StringComparison.Ordinal));

        var values = (JsonObject)run.Parameters("Mark network as failing")["ExpressionAttributeValues"]!;
        Assert.Equal("""{"N":"1794225600123"}""", values[":failed"]!.ToString());
    }

    [Fact]
    public void StatusEvent_KeepsTheRunsError_WhenItHasOne()
    {
        var run = new MachineRun().Run(_machine, StatusEvent("FAILED", "\"States.Runtime\"", "\"no path\""));

        var detail = Detail(run);
        Assert.Equal(("States.Runtime", "no path"), (Text(detail, "error"), Text(detail, "cause")));
    }

    [Fact]
    public void Alert_TellsWorkerExitCodeAndTheEndOfTheLog()
    {
        var run = new MachineRun()
            .Succeeds("Read end of stdout", """{"Events":[{"Timestamp":1,"Message":"one\ntwo\n"},{"Timestamp":3,"Message":"four"}]}""")
            .Succeeds("Read end of stderr", """{"Events":[{"Timestamp":2,"Message":"three\r\n"}]}""")
            .Run(_machine, Input(Result, "\"LogLines\":30,"));

        var detail = Detail(run);
        Assert.Equal(("one\ntwo\nthree\nfour", "i-1", "7"), (Text(detail, "log"), Text(detail, "worker"), detail["exitCode"]!.ToString()));
        Assert.Equal("The last 4 lines of the log (at most 30, and 8 KiB); Get-JobLog shows all.", Text(detail, "logNote"));
        Assert.Equal(
            """{"LogGroupName":"/jobmgmt/jobs","LogStreamName":"c/i-1/out","Limit":30,"StartFromHead":false}""", run.Parameters("Read end of stdout").ToString());
    }

    [Theory]
    [InlineData(30, 100)]
    [InlineData(4, 2000)]
    [InlineData(4, 8000)]
    public void Log_IsCutAtWholeLines(int lines, int length)
    {
        var events = string.Join(',', Enumerable.Range(1, 30).Select(i => $$"""{"Timestamp":{{i}},"Message":"{{i:00}}{{new string('x', length - 2)}}"}"""));
        var run = new MachineRun()
            .Succeeds("Read end of stdout", $$"""{"Events":[{{events}}]}""")
            .Succeeds("Read end of stderr", """{"Events":[]}""")
            .Run(_machine, Input(Result, "\"LogLines\":30,"));

        var log = Text(Detail(run), "log").Split('\n');
        Assert.Equal(Enumerable.Range(31 - lines, lines).Select(i => $"{i:00}"), log.Select(line => line[..2]));
        Assert.All(log, line => Assert.Equal(length > 2000 ? 2003 : length, line.Length));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Text(Detail(run), "log")), 1, 8192);
    }

    [Fact]
    public void Log_IsCountedInBytes()
    {
        var events = string.Join(',', Enumerable.Range(1, 30).Select(i => $$"""{"Timestamp":{{i}},"Message":"{{new string("ログ"[i % 2], 500)}}"}"""));
        var run = new MachineRun().Succeeds("Read end of stdout", $$"""{"Events":[{{events}}]}""").Run(_machine, Input(Result, "\"LogLines\":30,"));

        Assert.Equal(5, Text(Detail(run), "log").Split('\n').Length);
    }

    [Theory]
    [InlineData("CloudWatchLogs.ResourceNotFoundException", "CloudWatchLogs.ResourceNotFoundException", null)]
    [InlineData("States.DataLimitExceeded", "CloudWatchLogs.CloudWatchLogsException", null)]
    [InlineData("CloudWatchLogs.ResourceNotFoundException", null, "three")]
    [InlineData(null, "States.Timeout", "one")]
    public void Alert_IsSent_WithoutLinesThatCannotBeRead(string? stdout, string? stderr, string? log)
    {
        var run = new MachineRun();
        run = stdout is null ? run.Succeeds("Read end of stdout", """{"Events":[{"Timestamp":1,"Message":"one"}]}""") : run.Fails("Read end of stdout", stdout, "no", submitted: false);
        run = stderr is null ? run.Succeeds("Read end of stderr", """{"Events":[{"Timestamp":1,"Message":"three"}]}""") : run.Fails("Read end of stderr", stderr, "no", submitted: false);
        run.Fails("Read last event of stdout", "States.DataLimitExceeded", "no", submitted: false).Fails("Read last event of stderr", "States.Timeout", "no", submitted: false);
        var detail = Detail(run.Run(_machine, Input(Result, "\"LogLines\":30,")));

        Assert.Equal((log, "i-1"), ((detail["log"] as JsonString)?.Value, Text(detail, "worker")));
    }

    [Fact]
    public void Log_IsOfTheLastEvent_WhereMoreAreTooMuch()
    {
        var large = string.Join(',', Enumerable.Repeat($$"""{"Timestamp":1,"Message":"{{new string('x', 200_000)}}"}""", 2));
        var run = new MachineRun()
            .Succeeds("Read end of stdout", $$"""{"Events":[{{large}}]}""")
            .Succeeds("Read last event of stdout", $$"""{"Events":[{"Timestamp":1,"Message":"{{string.Join("\\n", Enumerable.Range(1, 9_000).Select(i => "line " + i))}}"}]}""")
            .Succeeds("Read end of stderr", """{"Events":[]}""")
            .Run(_machine, Input(Result, "\"LogLines\":30,"));

        Assert.Equal(Enumerable.Range(8_971, 30).Select(i => "line " + i), Text(Detail(run), "log").Split('\n'));
        Assert.Equal("1", run.Parameters("Read last event of stdout")["Limit"]!.ToString());
    }

    [Theory]
    [InlineData("example", "Load", "run", "Get-JobNetworkRun example -ExecutionName run | Get-JobRun -JobName Load")]
    [InlineData("example", "it's ‘7’", "0a", "Get-JobNetworkRun example -ExecutionName '0a' | Get-JobRun -JobName 'it''s ‘‘7’’'")]
    [InlineData("example", "a*", "run", "Get-JobNetworkRun example -ExecutionName run | Get-JobRun")]
    [InlineData("日次 集計", "", "run", "Get-JobNetworkRun '日次 集計' -ExecutionName run | Get-JobRun")]
    public void Next_IsWhatToType(string network, string job, string run, string command)
    {
        var detail = Detail(new MachineRun().Run(_machine, JsonObject.Of(
            ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", $"arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-{network}:{run}"),
            ("Error", "E"), ("Cause", "c"), ("NetworkName", network), ("JobName", job)).ToString()));

        Assert.Equal(command + "\n" + command[..command.IndexOf(" |", StringComparison.Ordinal)] + " | Restart-JobNetwork", Text(detail, "next"));
    }

    [Fact]
    public void Next_NamesTheRunByItsArn_WhereTheNetworkIsNotOfTheStack() => Assert.Equal(
        "Get-JobNetworkRun -ExecutionArn 'arn:aws:states:ap-northeast-1:123456789012:execution:mine:run' | Get-JobRun",
        Text(Detail(new MachineRun().Run(_machine, """{"Error":"E","Cause":"c","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:aws:states:ap-northeast-1:123456789012:execution:mine:run"}""")), "next").Split('\n')[0]);

    [Theory]
    [InlineData("", true)]
    [InlineData("\"Continues\":true,", false)]
    [InlineData("\"DetailType\":\"Job Network Execution Overdue\",", false)]
    public void Network_Fails_OnlyWhereItsRunDoes(string more, bool fails)
    {
        var run = new MachineRun().Run(_machine, Input("c", more));

        Assert.Equal(fails, run.Tasks.Any(task => task.StateName == "Mark network as failing"));
        Assert.Equal(more.Contains("Overdue", StringComparison.Ordinal) ? "Job Network Execution Overdue" : "Job Network Execution Fail", Text(Entry(run, "Send"), "DetailType"));
    }

    [Theory]
    [InlineData("Is it the first failure?")]
    [InlineData("Start digest")]
    [InlineData("Mark network as failing")]
    [InlineData("Is the worker lost anew?")]
    [InlineData("Send worker lost")]
    public void Alert_IsSent_WhateverFailsBefore(string state)
    {
        var run = new MachineRun().Fails(state, "DynamoDb.AmazonDynamoDbException", "no", submitted: false)
            .Run(_machine, Input(Result.Replace("}", ",\"WorkerStatus\":\"Gone\"}", StringComparison.Ordinal), "\"Digest\":60,"));

        Assert.Equal(("SUCCEEDED", "Send"), (run.Outcome!.Status, run.Tasks[^1].StateName));
    }

    [Theory]
    [InlineData("""{"Target":{"Input":"{\"NetworkName\":\"日次\"}"}}""", "日次")]
    [InlineData("""{"Target":{"Input":"other"}}""", "n-0a1b2c3d")]
    [InlineData(null, "n-0a1b2c3d")]
    public void MissedStart_IsOfTheNetworkThatTheScheduleStarts(string? schedule, string network)
    {
        var run = new MachineRun();
        run = schedule is null ? run.Fails("Find the schedule's network", "Scheduler.ResourceNotFoundException", "no", submitted: false) : run.Succeeds("Find the schedule's network", schedule);
        run.Succeeds("Find channel", """{"Tags":[{"Key":"jobmgmt:channel","Value":"low"}]}""").Run(_machine, """
            {"source":"jobmgmt.scheduler","detail-type":"Schedule Failed","detail":{"arn":"arn:aws:scheduler:ap-northeast-1:123456789012:schedule/JobMgmt/n-0a1b2c3d.daily.1",
             "scheduledTime":"2026-11-28T01:00:00Z","error":"StateMachineDoesNotExist","cause":"gone"}}
            """);

        var detail = Detail(run);
        Assert.Equal(("low", network, "ScheduleFailed"), (Text(detail, "channel"), Text(detail, "networkName"), Text(detail, "error")));
        Assert.Equal("Job Network Execution Missed", Text(Entry(run, "Send"), "DetailType"));
        Assert.EndsWith("could not start the network, due at 2026-11-28T01:00:00Z: StateMachineDoesNotExist: gone", Text((JsonObject)detail["cause"]!, "Message"), StringComparison.Ordinal);
        Assert.Equal("""{"GroupName":"JobMgmt","Name":"n-0a1b2c3d.daily.1"}""", run.Parameters("Find the schedule's network").ToString());
    }

    [Theory]
    [InlineData("jp", "The schedule arn:x/JobMgmt/n.daily.1 missed 5 of its times, from 2026-11-28T01:00:00Z to 2026-12-02T01:00:00Z. The trigger has the calendar jp, which may leave some of them out.")]
    [InlineData(null, "The schedule arn:x/JobMgmt/n.daily.1 missed 5 of its times, from 2026-11-28T01:00:00Z to 2026-12-02T01:00:00Z.")]
    public void MissedTimes_AreNotStarts_WhereACalendarDecides(string? calendar, string message)
    {
        var trigger = JsonObject.Of(("Name", "daily"), ("Calendar", calendar is null ? null : (JsonValue)calendar));
        var schedule = JsonObject.Of(("Target", JsonObject.Of(("Input", JsonObject.Of(("NetworkName", "給与 1"), ("Trigger", trigger)).ToString())))).ToString();
        var run = new MachineRun().Succeeds("Find the schedule's network", schedule).Succeeds("Find channel", """{"Tags":[]}""").Run(_machine, """
            {"source":"jobmgmt.scheduler","detail-type":"Schedule Missed","detail":{"arn":"arn:x/JobMgmt/n.daily.1","missed":5,
             "firstScheduledTime":"2026-11-28T01:00:00Z","lastScheduledTime":"2026-12-02T01:00:00Z"}}
            """);

        Assert.Equal(message, Text((JsonObject)Detail(run)["cause"]!, "Message"));
        Assert.Equal("Get-JobForecast '給与 1' -From '2026-11-28T01:00:00Z' -Until '2026-12-02T01:00:00Z'\nGet-JobNetworkRun '給与 1' -Last 5", Text(Detail(run), "next"));
    }

    private const string Result = """{"Message":"m","InstanceId":"i-1","ResponseCode":7,"LogStreamNames":{"Stdout":"c/i-1/out","Stderr":"c/i-1/err"}}""";

    private static string Input(string cause, string more) => "{" + more + Input(cause)[1..];

    private static string Input(string cause) => JsonObject.Of(
        ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", Execution), ("Error", "ExecutionFailed"), ("Cause", cause), ("Channel", "high"), ("NetworkName", "example"), ("JobName", "Job \"2\"")).ToString();

    private static string StatusEvent(string status, string error, string cause) => $$$"""
        {"version":"0","detail-type":"Step Functions Execution Status Change","source":"aws.states",
         "detail":{"executionArn":"{{{Execution}}}","stateMachineArn":"arn:aws:states:ap-northeast-1:123456789012:stateMachine:JobNetwork-example","status":"{{{status}}}","error":{{{error}}},"cause":{{{cause}}}}}
        """;

    private static JsonObject Entry(MachineRun run, string state) => (JsonObject)((JsonArray)run.Parameters(state)["Entries"]!)[0];

    /// <summary>The detail of the event that was sent last.</summary>
    private static JsonObject Detail(MachineRun run) => (JsonObject)((JsonObject)((JsonArray)((JsonObject)run.Tasks[^1].Parameters)["Entries"]!)[0])["Detail"]!;

    private static string Text(JsonObject detail, string member) => ((JsonString)detail[member]!).Value;
}
