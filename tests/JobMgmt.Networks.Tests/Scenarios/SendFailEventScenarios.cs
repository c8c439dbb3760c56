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
        var detail = (JsonObject)JsonValue.Parse(((JsonString)entry["Detail"]!).Value);
        Assert.True(JsonValue.Parse(cause).Equals(detail["cause"]), reason);
        Assert.Equal(("ExecutionFailed", "high", Url, "example", "Job \"2\""), (Text(detail, "error"), Text(detail, "channel"), Text(detail, "executionURL"), Text(detail, "networkName"), Text(detail, "jobName")));
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("")]
    [InlineData("[1]")]
    public void Cause_IsText_WhenItIsNoObject(string cause)
    {
        var detail = (JsonObject)Entry(new MachineRun().Run(_machine, Input(cause)), "Send with the cause as text")["Detail"]!;

        Assert.Equal((cause, "ExecutionFailed", "high", Url), (Text(detail, "cause"), Text(detail, "error"), Text(detail, "channel"), Text(detail, "executionURL")));
    }

    [Fact]
    public void Cause_IsText_WhenEventBridgeFindsItMalformed()
    {
        var run = new MachineRun().Fails("Send", "EventBridge.FailedEntry", "MalformedDetail", submitted: false).Run(_machine, Input("{oops}"));

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal("{oops}", Text((JsonObject)Entry(run, "Send with the cause as text")["Detail"]!, "cause"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"Error":null,"Cause":null}""")]
    [InlineData("""{"Cause":{"a":1},"Channel":7,"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":{}}""")]
    [InlineData("""{"Cause":{"a":1},"Error":["x"]}""")]
    public void Alert_IsSent_WhateverTheInput(string input) => Assert.Equal("SUCCEEDED", new MachineRun().Run(_machine, input).Outcome!.Status);

    [Fact]
    public void Channel_IsTheDefault_WhenNoneIsGiven() =>
        Assert.Equal("high", Text((JsonObject)Entry(new MachineRun().Run(_machine, """{"Error":"E","Cause":"c"}"""), "Send with the cause as text")["Detail"]!, "channel"));

    [Theory]
    [InlineData("""{"Tags":[{"Key":"jobmgmt:stack","Value":"default"},{"Key":"jobmgmt:channel","Value":"low"},{"Key":"jobmgmt:network","Value":"example"}]}""", "low", "example")]
    [InlineData("""{"Tags":[]}""", "high", "JobNetwork-example")]
    public void StatusEvent_GoesToTheNetworksChannel(string tags, string channel, string name)
    {
        var run = new MachineRun().Succeeds("Find channel", tags).Run(_machine, StatusEvent("ABORTED", "null", "null"));

        var detail = (JsonObject)Entry(run, "Send with the cause as text")["Detail"]!;
        Assert.Equal((channel, "ABORTED", Url, name), (Text(detail, "channel"), Text(detail, "error"), Text(detail, "executionURL"), Text(detail, "networkName")));
        Assert.Equal("\"arn:aws:states:ap-northeast-1:123456789012:stateMachine:JobNetwork-example\"", run.Parameters("Find channel")["ResourceArn"]!.ToString());
    }

    [Fact]
    public void StatusEvent_IsSent_WhenTheChannelCannotBeFound()
    {
        var run = new MachineRun().Fails("Find channel", "Sfn.SfnException", "denied", submitted: false).Run(_machine, StatusEvent("TIMED_OUT", "null", "null"));

        Assert.Equal("TIMED_OUT", Text((JsonObject)Entry(run, "Send with the cause as text")["Detail"]!, "error"));
    }

    [Fact]
    public void StatusEvent_KeepsTheRunsError_WhenItHasOne()
    {
        var run = new MachineRun().Run(_machine, StatusEvent("FAILED", "\"States.Runtime\"", "\"no path\""));

        var detail = (JsonObject)Entry(run, "Send with the cause as text")["Detail"]!;
        Assert.Equal(("States.Runtime", "no path"), (Text(detail, "error"), Text(detail, "cause")));
    }

    private static string Input(string cause) => JsonObject.Of(
        ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", Execution), ("Error", "ExecutionFailed"), ("Cause", cause), ("Channel", "high"), ("NetworkName", "example"), ("JobName", "Job \"2\"")).ToString();

    private static string StatusEvent(string status, string error, string cause) => $$$"""
        {"version":"0","detail-type":"Step Functions Execution Status Change","source":"aws.states",
         "detail":{"executionArn":"{{{Execution}}}","stateMachineArn":"arn:aws:states:ap-northeast-1:123456789012:stateMachine:JobNetwork-example","status":"{{{status}}}","error":{{{error}}},"cause":{{{cause}}}}}
        """;

    private static JsonObject Entry(MachineRun run, string state) => (JsonObject)((JsonArray)run.Parameters(state)["Entries"]!)[0];

    private static string Text(JsonObject detail, string member) => ((JsonString)detail[member]!).Value;
}
