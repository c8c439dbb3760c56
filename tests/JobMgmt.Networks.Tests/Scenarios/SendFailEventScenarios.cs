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
        Assert.Equal(["What is the input?", "Send"], run.Entered);
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
        Assert.Equal(["Send with the cause as text"], run.Tasks.Select(task => task.StateName));
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
    [InlineData("""{"Tags":[]}""", "high", "JobNetwork-example")]
    public void StatusEvent_GoesToTheNetworksChannel(string tags, string channel, string name)
    {
        var run = new MachineRun().Succeeds("Find channel", tags).Run(_machine, StatusEvent("ABORTED", "null", "null"));

        var detail = Detail(run);
        Assert.Equal((channel, "ABORTED", Url, name), (Text(detail, "channel"), Text(detail, "error"), Text(detail, "executionURL"), Text(detail, "networkName")));
        Assert.Equal("\"arn:aws:states:ap-northeast-1:123456789012:stateMachine:JobNetwork-example\"", run.Parameters("Find channel")["ResourceArn"]!.ToString());
    }

    [Fact]
    public void StatusEvent_IsSent_WhenTheChannelCannotBeFound()
    {
        var run = new MachineRun().Fails("Find channel", "Sfn.SfnException", "denied", submitted: false).Run(_machine, StatusEvent("TIMED_OUT", "null", "null"));

        Assert.Equal("TIMED_OUT", Text(Detail(run), "error"));
    }

    [Fact]
    public void StatusEvent_KeepsTheRunsError_WhenItHasOne()
    {
        var run = new MachineRun().Run(_machine, StatusEvent("FAILED", "\"States.Runtime\"", "\"no path\""));

        var detail = Detail(run);
        Assert.Equal(("States.Runtime", "no path"), (Text(detail, "error"), Text(detail, "cause")));
    }

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
