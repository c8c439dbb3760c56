using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Executions;

public sealed class IntegrationTests : IAsyncLifetime
{
    private const string Pass = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string Wait = """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""";
    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private TestRuntime _runtime = null!;
    private StatesDriver _states = null!;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock);
        _states = new StatesDriver(_runtime, _clock);
    }

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task Sync_StopsTheChild_WhenTheParentIsStopped()
    {
        var parent = await StartAsync("states:startExecution.sync", JsonObject.Of(("StateMachineArn", await _states.CreateAsync("child", Wait)), ("Name", "c")));
        await _states.SettleAsync();

        await _states.CallAsync("StopExecution", ("executionArn", parent));
        await _states.SettleAsync();

        var child = await _states.DescribeAsync("arn:aws:states:us-east-1:000000000000:execution:child:c");
        Assert.Equal("ABORTED", StatesDriver.Text(child, "status"));
    }

    [Fact]
    public async Task Sync_Fails_WhenTheChildIsStopped()
    {
        var parent = await StartAsync("states:startExecution.sync:2", JsonObject.Of(("StateMachineArn", await _states.CreateAsync("child", Wait)), ("Name", "c")));
        await _states.SettleAsync();

        await _states.CallAsync("StopExecution", ("executionArn", "arn:aws:states:us-east-1:000000000000:execution:child:c"), ("error", "E"));

        var described = await _states.EndAsync(parent);
        Assert.Equal("States.TaskFailed", StatesDriver.Text(described, "error"));
        var cause = (JsonObject)JsonValue.Parse(StatesDriver.Text(described, "cause"));
        Assert.Equal(("ABORTED", "E", "{}"), (StatesDriver.Text(cause, "Status"), StatesDriver.Text(cause, "Error"), cause["Input"]!.ToString()));
    }

    [Fact]
    public async Task Start_FailsAsAws_WhenTheMachineIsNotThere()
    {
        var optimised = await _states.EndAsync(await StartAsync("states:startExecution", JsonObject.Of(("StateMachineArn", Machine("none")))));
        var sdk = await _states.EndAsync(await StartAsync("aws-sdk:sfn:startExecution", JsonObject.Of(("StateMachineArn", Machine("none")))));

        Assert.Equal("StepFunctions.StateMachineDoesNotExistException", StatesDriver.Text(optimised, "error"));
        Assert.StartsWith(
            $"State Machine Does Not Exist: '{Machine("none")}' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: ",
            StatesDriver.Text(optimised, "cause"), StringComparison.Ordinal);
        Assert.Equal("Sfn.StateMachineDoesNotExistException", StatesDriver.Text(sdk, "error"));
        Assert.EndsWith(") (SDK Attempt Count: 1)", StatesDriver.Text(sdk, "cause"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws-sdk:ssm:getParameter", """{"Name":"none"}""", "Ssm.ParameterNotFoundException")]
    [InlineData("aws-sdk:ssm:getCommandInvocation", """{"CommandId":"11111111-1111-1111-1111-111111111111","InstanceId":"i-00000000000000000"}""", "Ssm.InvocationDoesNotExistException")]
    public async Task Cause_SaysNull_WhereTheServiceSendsNoMessage(string resource, string parameters, string error)
    {
        var described = await _states.EndAsync(await StartAsync(resource, (JsonObject)JsonValue.Parse(parameters)));

        Assert.Equal(error, StatesDriver.Text(described, "error"));
        Assert.StartsWith("null (Service: Ssm, Status Code: 400, Request ID: ", StatesDriver.Text(described, "cause"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dynamodb:getItem", """{"TableName":"/","Key":{}}""", "DynamoDB.AmazonDynamoDBException", "optimised, the model does not name it")]
    [InlineData("aws-sdk:dynamodb:getItem", """{"TableName":"/","Key":{}}""", "DynamoDb.DynamoDbException", "the SDK, the model does not name it")]
    [InlineData("dynamodb:getItem", """{"TableName":"none","Key":{"a":{"S":"x"}}}""", "DynamoDB.ResourceNotFoundException", "optimised, the model names it")]
    [InlineData("aws-sdk:dynamodb:getItem", """{"TableName":"none","Key":{"a":{"S":"x"}}}""", "DynamoDb.ResourceNotFoundException", "the SDK, the model names it")]
    [InlineData("events:putEvents", """{"Entries":[]}""", "EventBridge.AmazonEventBridgeException", "optimised, the model does not name it")]
    [InlineData("aws-sdk:eventbridge:putEvents", """{"Entries":[]}""", "EventBridge.EventBridgeException", "the SDK, the model does not name it")]
    [InlineData("aws-sdk:ec2:terminateInstances", """{"InstanceIds":["i-00000000000000000"]}""", "Ec2.Ec2Exception", "the model names none")]
    [InlineData("aws-sdk:iam:getRole", """{"RoleName":"none"}""", "Iam.NoSuchEntityException", "a code without Exception")]
    public async Task Error_IsTheServicesOwn_WhereItsModelNamesNone(string resource, string parameters, string error, string why)
    {
        var described = await _states.EndAsync(await StartAsync(resource, (JsonObject)JsonValue.Parse(parameters)));

        Assert.True(error == StatesDriver.Text(described, "error"), $"{why}: {StatesDriver.Text(described, "error")} {StatesDriver.Text(described, "cause")}");
    }

    [Fact]
    public async Task SendTaskSuccess_AsATask_SettlesTheOtherExecutionOnce()
    {
        var child = await _states.CreateAsync(
            "child",
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
            "Parameters":{"TaskToken.$":"$.Token","Output":{"done":true}},"Next":"Again"},
            "Again":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskSuccess","Parameters":{"TaskToken.$":"$$.Execution.Input.Token","Output":{}},"End":true}}}
            """);
        var parameters = JsonValue.Parse($$$"""{"StateMachineArn":"{{{child}}}","Name":"c","Input":{"Token.$":"$$.Task.Token"}}""");

        var parent = await _states.EndAsync(await StartAsync("states:startExecution.waitForTaskToken", (JsonObject)parameters));

        Assert.Equal("""{"done":true}""", StatesDriver.Text(parent, "output"));
        var ended = await _states.EndAsync("arn:aws:states:us-east-1:000000000000:execution:child:c");
        Assert.Equal("Sfn.TaskTimedOutException", StatesDriver.Text(ended, "error"));
    }

    [Fact]
    public async Task Describe_AsATask_AnswersPascalMembersAndIsoTimes()
    {
        var machine = await _states.CreateAsync("other", Pass);

        var described = await _states.EndAsync(await StartAsync("aws-sdk:sfn:describeStateMachine", JsonObject.Of(("StateMachineArn", machine))));

        var output = (JsonObject)JsonValue.Parse(StatesDriver.Text(described, "output"));
        Assert.Equal((Pass, "2026-11-24T12:00:00Z"), (StatesDriver.Text(output, "Definition"), StatesDriver.Text(output, "CreationDate")));
        Assert.Equal("OFF", StatesDriver.Text((JsonObject)output["LoggingConfiguration"]!, "Level"));
    }

    [Theory]
    [InlineData("sns:publish")]
    [InlineData("aws-sdk:ssm:createOpsItem")]
    [InlineData("aws-sdk:glacier:listVaults")]
    public async Task Task_FailsByName_WhenTheRuntimeHasNoSuchOperation(string resource)
    {
        var described = await _states.EndAsync(await StartAsync(resource, JsonObject.Empty));

        Assert.Equal("LocalRuntime.NotServed", StatesDriver.Text(described, "error"));
        Assert.Contains(resource, StatesDriver.Text(described, "cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutEvents_AppendsItsOwnResources_AndStatusChangesAreOnTheBus()
    {
        await _runtime.CallAsync("events", "PutRule", ("Name", "all"), ("EventPattern", """{"source":["aws.states","mine"]}"""));
        var target = JsonValue.Parse("""[{"Id":"1","Arn":"arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/all"}]""");
        await _runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "/aws/events/all"));
        await _runtime.CallAsync("events", "PutTargets", ("Rule", "all"), ("Targets", target));

        var execution = await StartAsync(
            "events:putEvents", (JsonObject)JsonValue.Parse("""{"Entries":[{"Source":"mine","DetailType":"t","Detail":{"a":1},"Resources":["r"]}]}"""));
        var output = (JsonObject)JsonValue.Parse(StatesDriver.Text(await _states.EndAsync(execution), "output"));

        Assert.Equal(["Entries", "FailedEntryCount"], output.Select(member => member.Key).Order());
        var logged = (JsonArray)(await _runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/aws/events/all")))["events"]!;
        var events = logged.Select(item => (JsonObject)JsonValue.Parse(StatesDriver.Text((JsonObject)item, "message"))).ToArray();
        var mine = Assert.Single(events, item => StatesDriver.Text(item, "source") == "mine");
        Assert.Equal(new JsonArray(["r", Machine("m"), execution]), mine["resources"]);
        var changes = events.Where(item => StatesDriver.Text(item, "source") == "aws.states").Select(item => (JsonObject)item["detail"]!).ToArray();
        Assert.Equal(["RUNNING", "SUCCEEDED"], changes.Select(detail => StatesDriver.Text(detail, "status")).Order());
        var running = changes.Single(detail => StatesDriver.Text(detail, "status") == "RUNNING");
        Assert.Equal(
            ["executionArn", "stateMachineArn", "name", "status", "startDate", "stopDate", "input", "output", "stateMachineVersionArn", "stateMachineAliasArn", "redriveCount",
            "redriveDate", "redriveStatus", "redriveStatusReason", "inputDetails", "outputDetails", "error", "cause"],
            running.Select(member => member.Key));
        Assert.Equal((JsonValue.Null, JsonValue.Null, "1795521600000"), (running["stopDate"], running["outputDetails"], running["startDate"]!.ToString()));
    }

    [Fact]
    public async Task PutEvents_Fails_WhenAnEntryIsRefused()
    {
        var execution = await StartAsync("events:putEvents", (JsonObject)JsonValue.Parse("""{"Entries":[{"DetailType":"t","Detail":{}}]}"""));

        var described = await _states.EndAsync(execution);

        Assert.Equal("EventBridge.FailedEntry", StatesDriver.Text(described, "error"));
        Assert.Contains("\"FailedEntryCount\":1", StatesDriver.Text(described, "cause"), StringComparison.Ordinal);
    }

    private static string Machine(string name) => $"arn:aws:states:us-east-1:000000000000:stateMachine:{name}";

    /// <summary>Starts an execution of one Task, "m".</summary>
    private async Task<string> StartAsync(string resource, JsonObject parameters)
    {
        var task = JsonObject.Of(("Type", "Task"), ("Resource", $"arn:aws:states:::{resource}"), ("Parameters", parameters), ("End", true));
        var definition = JsonObject.Of(("StartAt", "T"), ("States", JsonObject.Of(("T", task)))).ToString();
        var name = await ExistsAsync("m") ? $"m-{Guid.NewGuid():N}" : "m";
        return await _states.StartAsync(await _states.CreateAsync(name, definition));
    }

    private async Task<bool> ExistsAsync(string name) =>
        ((JsonArray)(await _states.CallAsync("ListStateMachines"))["stateMachines"]!).Any(machine => StatesDriver.Text((JsonObject)machine, "name") == name);
}
