using System.Net;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.StepFunctions;

public sealed class StepFunctionsWireTests
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:JobNetwork-nightly";
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:JobNetwork-nightly:run1";

    [Fact]
    public async Task StartExecution_PutsTheOfficialBytes_OnTheWire()
    {
        var http = new FakeHttp().Answer($$"""{"executionArn":"{{Execution}}","startDate":1.70000000025E9}""");
        using var client = Clients.StepFunctions(http);

        var response = await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = Machine, Name = "run1", Input = """{"名":"値<&>"}""" });

        Assert.Equal("POST", http.Request.Method);
        Assert.Equal("https://states.us-east-1.amazonaws.com/", http.Request.Uri.AbsoluteUri);
        Assert.Equal("AWSStepFunctions.StartExecution", http.Request.Header("X-Amz-Target"));
        Assert.Equal("application/x-amz-json-1.0", http.Request.Header("Content-Type"));
        Assert.Equal($$"""{"stateMachineArn":"{{Machine}}","name":"run1","input":"{\"名\":\"値<&>\"}"}""", http.Request.Body);
        Assert.Equal(Execution, response.ExecutionArn);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, 250, DateTimeKind.Utc), response.StartDate);
        Assert.Equal("11111111-2222-3333-4444-555555555555", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Fact]
    public async Task GetExecutionHistory_GivesTypedDetails_ForEachEvent()
    {
        var http = new FakeHttp().Answer("""
            {"events":[
              {"id":1,"previousEventId":0,"timestamp":1700000000.123,"type":"ExecutionStarted","executionStartedEventDetails":{"input":"{}","inputDetails":{"truncated":false},"roleArn":"r"}},
              {"id":2,"previousEventId":0,"timestamp":1700000000.2,"type":"TaskStateEntered","stateEnteredEventDetails":{"name":"Job","input":"{}"}},
              {"id":3,"previousEventId":2,"timestamp":1700000000.3,"type":"TaskScheduled","taskScheduledEventDetails":{"resourceType":"states","resource":"startExecution.sync:2","region":"us-east-1","parameters":"{}","timeoutInSeconds":60}},
              {"id":4,"previousEventId":3,"timestamp":1700000000.4,"type":"SomethingNewer","somethingNewerEventDetails":{"a":[1,{"b":null}]}}
            ],"nextToken":"more"}
            """);
        using var client = Clients.StepFunctions(http);

        var response = await client.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = Execution, MaxResults = 1000, ReverseOrder = false, IncludeExecutionData = true });

        Assert.Equal($$"""{"executionArn":"{{Execution}}","maxResults":1000,"reverseOrder":false,"includeExecutionData":true}""", http.Request.Body);
        Assert.Equal("more", response.NextToken);
        Assert.Equal([1L, 2L, 3L, 4L], response.Events.Select(item => item.Id!.Value));
        Assert.Equal(HistoryEventType.ExecutionStarted, response.Events[0].Type);
        Assert.False(response.Events[0].ExecutionStartedEventDetails!.InputDetails!.Truncated);
        Assert.Equal("Job", response.Events[1].StateEnteredEventDetails!.Name);
        Assert.Equal(60, response.Events[2].TaskScheduledEventDetails!.TimeoutInSeconds);
        Assert.Null(response.Events[2].TaskScheduledEventDetails!.HeartbeatInSeconds);
        Assert.Equal("SomethingNewer", response.Events[3].Type.Value);
    }

    [Fact]
    public async Task DescribeExecution_LeavesUnset_WhatTheAnswerHasAsNull()
    {
        var http = new FakeHttp().Answer($$"""{"executionArn":"{{Execution}}","stateMachineArn":"{{Machine}}","name":"run1","status":"RUNNING","startDate":1700000000,"stopDate":null,"output":null,"redriveCount":0}""");
        using var client = Clients.StepFunctions(http);

        var response = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = Execution });

        Assert.Equal(ExecutionStatus.RUNNING, response.Status);
        Assert.Equal("RUNNING", response.Status);
        Assert.Null(response.StopDate);
        Assert.Null(response.Output);
        Assert.Equal(0, response.RedriveCount);
    }

    [Fact]
    public async Task CreateStateMachine_WritesNestedStructures_AndLeavesOutWhatIsNotSet()
    {
        var http = new FakeHttp().Answer($$"""{"stateMachineArn":"{{Machine}}","creationDate":1700000000}""");
        using var client = Clients.StepFunctions(http);

        await client.CreateStateMachineAsync(new CreateStateMachineRequest
        {
            Name = "JobNetwork-nightly",
            Definition = "{}",
            RoleArn = "role",
            Type = StateMachineType.STANDARD,
            Tags = [new Tag { Key = "jobmgmt:kind", Value = "network" }],
            LoggingConfiguration = new LoggingConfiguration
            {
                Level = LogLevel.ALL,
                IncludeExecutionData = true,
                Destinations = [new LogDestination { CloudWatchLogsLogGroup = new CloudWatchLogsLogGroup { LogGroupArn = "group" } }],
            },
        });

        Assert.Equal(
            """{"name":"JobNetwork-nightly","definition":"{}","roleArn":"role","type":"STANDARD","loggingConfiguration":{"level":"ALL","includeExecutionData":true,"destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"group"}}]},"tags":[{"key":"jobmgmt:kind","value":"network"}]}""",
            http.Request.Body);
    }

    [Theory]
    [InlineData("", "no body at all")]
    [InlineData("{}", "an empty object")]
    public async Task TagResource_Succeeds_WhenTheAnswerHasNoMembers(string body, string reason)
    {
        var http = new FakeHttp().Answer(body);
        using var client = Clients.StepFunctions(http);

        var response = await client.TagResourceAsync(new TagResourceRequest { ResourceArn = Machine, Tags = [new Tag { Key = "a", Value = "b" }] });

        Assert.True(response.HttpStatusCode == HttpStatusCode.OK, reason);
    }

    [Fact]
    public async Task ListExecutions_FetchesPage_OnlyWhenItIsReached()
    {
        var http = new FakeHttp()
            .Answer("""{"executions":[{"executionArn":"e1","name":"1","stateMachineArn":"m","status":"FAILED","startDate":2}],"nextToken":"t1"}""")
            .Answer("""{"executions":[],"nextToken":"t2"}""")
            .Answer("""{"executions":[{"executionArn":"e2","name":"2","stateMachineArn":"m","status":"SUCCEEDED","startDate":1}]}""");
        using var client = Clients.StepFunctions(http);
        var pages = new List<int>();
        var names = new List<string>();

        await foreach (var execution in client.Paginators.ListExecutions(new ListExecutionsRequest { StateMachineArn = Machine }).Executions)
        {
            names.Add(execution.Name);
            pages.Add(http.Requests.Count);
        }

        Assert.Equal(["1", "2"], names);
        Assert.Equal([1, 3], pages);
        Assert.Equal("""{"stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:JobNetwork-nightly","nextToken":"t2"}""", http.Requests[2].Body);
    }
}
