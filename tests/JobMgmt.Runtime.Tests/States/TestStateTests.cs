using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.States;

/// <summary>TestState, over the API.</summary>
public sealed class TestStateTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(StatesDriver.Noon);
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync() => _runtime = await TestRuntime.StartAsync(_clock);

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task Choice_TellsTheNextState_ThatIsNotThere()
    {
        const string state = """{"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 1, "Next": "Big"}], "Default": "Small"}""";

        Assert.Equal("""{"output":"{\"n\":2}","nextState":"Big","status":"SUCCEEDED"}""", (await TestAsync(state, ("input", """{"n":2}"""))).ToString());
        Assert.Equal("Small", Text(await TestAsync(state, ("input", """{"n":0}""")), "nextState"));
    }

    [Fact]
    public async Task Wait_IsNotWaitedFor()
    {
        var answer = await TestAsync("""{"Type": "Wait", "Seconds": 3600, "Next": "N"}""", ("input", "1"));

        Assert.Equal("""{"output":"1","nextState":"N","status":"SUCCEEDED"}""", answer.ToString());
    }

    [Fact]
    public async Task Task_IsReallyCalled_WithoutAMock()
    {
        await _runtime.CallAsync("ssm", "PutParameter", ("Name", "p"), ("Value", "v"), ("Type", "String"));
        const string state = """
            {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ssm:getParameter", "Parameters": {"Name.$": "$.name"}, "ResultSelector": {"value.$": "$.Parameter.Value"}, "End": true}
            """;

        var answer = await TestAsync(state, ("input", """{"name":"p"}"""), ("inspectionLevel", "DEBUG"));
        Assert.Equal("""{"value":"v"}""", Text(answer, "output"));
        Assert.Equal("""{"Name":"p"}""", Text((JsonObject)answer["inspectionData"]!, "afterParameters"));

        var failed = await TestAsync(state, ("input", """{"name":"none"}"""));
        Assert.Equal("FAILED Ssm.ParameterNotFoundException", $"{Text(failed, "status")} {Text(failed, "error")}");
    }

    [Theory]
    [InlineData(0, "RETRIABLE", """{"retryIndex":0,"retryBackoffIntervalSeconds":2}""")]
    [InlineData(1, "RETRIABLE", """{"retryIndex":0,"retryBackoffIntervalSeconds":4}""")]
    [InlineData(2, "CAUGHT_ERROR", """{"catchIndex":1}""")]
    public async Task MockedError_IsRetried_ThenCaught(int retries, string status, string details)
    {
        const string state = """
            {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:listStateMachines", "Parameters": {},
             "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 2, "MaxAttempts": 2}],
             "Catch": [{"ErrorEquals": ["Other"], "Next": "A"}, {"ErrorEquals": ["E"], "ResultPath": "$.error", "Next": "B"}], "End": true}
            """;

        var answer = await TestAsync(
            state, ("input", """{"in":1}"""), ("inspectionLevel", "TRACE"), ("mock", JsonValue.Parse("""{"errorOutput":{"error":"E","cause":"C"}}""")),
            ("stateConfiguration", JsonObject.Of(("retrierRetryCount", retries))));

        Assert.Equal(status, Text(answer, "status"));
        Assert.Equal(details, ((JsonObject)answer["inspectionData"]!)["errorDetails"]!.ToString());
        Assert.Equal("E C", $"{Text(answer, "error")} {Text(answer, "cause")}");
        if (status == "CAUGHT_ERROR")
        {
            Assert.Equal("""B {"in":1,"error":{"Error":"E","Cause":"C"}}""", $"{Text(answer, "nextState")} {Text(answer, "output")}");
        }
    }

    [Fact]
    public async Task Variables_AreSeen_AndThoseThatAreSetAreTold()
    {
        const string state = """{"Type": "Pass", "Parameters": {"x.$": "$a"}, "Assign": {"b": 2}, "End": true}""";

        var answer = await TestAsync(state, ("variables", """{"a":1}"""), ("inspectionLevel", "DEBUG"));

        Assert.Equal("""{"x":1}""", Text(answer, "output"));
        Assert.Equal("""{"a":1,"b":2}""", Text((JsonObject)answer["inspectionData"]!, "variables"));
    }

    [Fact]
    public async Task NestedState_IsFoundByItsName()
    {
        const string machine = """
            {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {"StartAt": "Inner", "States": {"Inner": {"Type": "Pass", "Result": 7, "End": true}}}, "End": true}}}
            """;

        Assert.Equal("7", Text(await TestAsync(machine, ("stateName", "Inner")), "output"));
    }

    [Fact]
    public async Task MockedMap_ShowsWhatItWouldHaveWorkedOn()
    {
        const string state = """
            {"Type": "Map", "ItemsPath": "$.list", "ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value"}, "MaxConcurrency": 3,
             "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "ResultPath": "$.done", "End": true}
            """;

        var answer = await TestAsync(state, ("input", """{"list":["a","b"]}"""), ("inspectionLevel", "DEBUG"), ("mock", JsonValue.Parse("""{"result":"[1,2]"}""")));

        Assert.Equal("""{"list":["a","b"],"done":[1,2]}""", Text(answer, "output"));
        var seen = (JsonObject)answer["inspectionData"]!;
        Assert.Equal("""[{"i":0,"v":"a"},{"i":1,"v":"b"}]""", Text(seen, "afterItemSelector"));
        Assert.Equal("3", seen["maxConcurrency"]!.ToString());
    }

    [Fact]
    public async Task Context_IsRefused_WithoutAMock()
    {
        const string state = """{"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:listStateMachines", "Parameters": {}, "ResultSelector": {"n.$": "$$.State.Name"}, "End": true}""";
        (string Name, JsonValue? Value) context = ("context", """{"State":{"Name":"x"}}""");

        Assert.Equal("ValidationException", (await Assert.ThrowsAsync<AwsErrorException>(() => TestAsync(state, context))).Code);
        var mocked = await TestAsync(state, context, ("mock", JsonObject.Of(("result", """{"StateMachines":[]}"""))));
        Assert.Equal("""{"n":"x"}""", Text(mocked, "output"));
    }

    [Theory]
    [InlineData("""{"Type": "Pass", "Next": 1}""", "InvalidDefinition")]
    [InlineData("""{"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken", "End": true}""", "ValidationException")]
    [InlineData("""[1]""", "InvalidDefinition")]
    public async Task State_IsRefused_WhenItCantBeTested(string state, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<AwsErrorException>(() => TestAsync(state))).Code);

    [Theory]
    [InlineData("ssm:getParameter", """{"Parameter":{"Version":"1"}}""", "STRICT", "Field 'Version' must be a number")]
    [InlineData("sfn:startExecution", """{"ExecutionArn":"a"}""", "STRICT", "Required field 'StartDate' is missing")]
    [InlineData("sfn:startExecution", """{"ExecutionArn":"a"}""", "PRESENT", null)]
    [InlineData("sfn:startExecution", """{"ExecutionArn":1}""", "NONE", null)]
    [InlineData("sfn:describeExecution", """{"Status":"GONE"}""", "PRESENT", "Field 'Status' is not an expected value")]
    [InlineData("glue:getJob", """{"Job":1}""", "STRICT", null)]
    public async Task MockedResult_IsCheckedByTheServiceModel(string action, string result, string mode, string? reason)
    {
        var state = $$"""{"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:{{action}}", "Parameters": {}, "End": true}""";
        var call = TestAsync(state, ("mock", JsonObject.Of(("result", result), ("fieldValidationMode", mode))));

        if (reason is null)
        {
            Assert.Equal("SUCCEEDED", Text(await call, "status"));
        }
        else
        {
            Assert.Equal($"Mock result schema validation error: {reason}", (await Assert.ThrowsAsync<AwsErrorException>(() => call)).ServiceMessage);
        }
    }

    [Theory]
    [InlineData("JSON", "[1,2]", """[{"v":1},{"v":2}]""", """[{"Items":[{"v":1},{"v":2}]}]""")]
    [InlineData("CSV", "a,b\n1,2", """[{"v":{"a":"1","b":"2"}}]""", """[{"Items":[{"v":{"a":"1","b":"2"}}]}]""")]
    public async Task Map_ShowsWhatItWouldWorkOn_ByTheReadersData(string type, string data, string selected, string batched)
    {
        var config = type == "CSV" ? """{"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}""" : """{"InputType": "JSON"}""";
        var state = """
            {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": CONFIG, "Parameters": {"Bucket": "b", "Key": "k"}},
             "ItemSelector": {"v.$": "$$.Map.Item.Value"}, "ItemBatcher": {"MaxItemsPerBatch": 2},
             "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true}
            """.Replace("CONFIG", config, StringComparison.Ordinal);

        var answer = await TestAsync(
            state, ("inspectionLevel", "TRACE"), ("stateConfiguration", JsonObject.Of(("mapItemReaderData", data))), ("mock", JsonObject.Of(("result", "[]"))));

        var seen = (JsonObject)answer["inspectionData"]!;
        Assert.Equal((selected, batched), (Text(seen, "afterItemSelector"), Text(seen, "afterItemBatcher")));
    }

    [Fact]
    public async Task Error_IsTold_WithoutThePlaceThatAnExecutionWouldHave()
    {
        var answer = await TestAsync("""{"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $nope %}", "End": true}""");

        Assert.Equal("The JSONata expression '$nope' specified for the field 'Output' returned nothing (undefined).", Text(answer, "cause"));
    }

    private static string Text(JsonObject answer, string name) => StatesDriver.Text(answer, name);

    private Task<JsonObject> TestAsync(string definition, params (string Name, JsonValue? Value)[] members) =>
        _runtime.CallAsync("states", "TestState", [("definition", definition), .. members]);
}
