using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.States;

/// <summary>Versions and aliases of state machines, over the API.</summary>
public sealed class VersionTests : IAsyncLifetime
{
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
    public async Task Version_RunsWhatItWasPublishedWith_AfterTheMachineHasChanged()
    {
        var machine = await _states.CreateAsync("m", Returning("one"));
        var version = Text(await _states.CallAsync("PublishStateMachineVersion", ("stateMachineArn", machine), ("description", "first")), "stateMachineVersionArn");
        await _states.CallAsync("UpdateStateMachine", ("stateMachineArn", machine), ("definition", Returning("two")));

        var old = await _states.EndAsync(await _states.StartAsync(version));
        var current = await _states.EndAsync(await _states.StartAsync(machine));

        Assert.Equal("\"one\"", Text(old, "output"));
        Assert.Equal(version, Text(old, "stateMachineVersionArn"));
        Assert.Equal(machine, Text(old, "stateMachineArn"));
        Assert.Equal("\"two\"", Text(current, "output"));
        Assert.Null(current["stateMachineVersionArn"]);
    }

    [Fact]
    public async Task Numbers_AreNotUsedAgain_AndListedNewestFirst()
    {
        var machine = await _states.CreateAsync("m", Returning("0"));
        foreach (var text in new[] { "1", "2", "3" })
        {
            await _states.CallAsync("UpdateStateMachine", ("stateMachineArn", machine), ("definition", Returning(text)), ("publish", true));
        }

        await _states.CallAsync("DeleteStateMachineVersion", ("stateMachineVersionArn", $"{machine}:3"));
        var next = await _states.CallAsync("UpdateStateMachine", ("stateMachineArn", machine), ("definition", Returning("4")), ("publish", true));

        Assert.Equal($"{machine}:4", Text(next, "stateMachineVersionArn"));
        var first = await _states.CallAsync("ListStateMachineVersions", ("stateMachineArn", machine), ("maxResults", 2));
        var second = await _states.CallAsync("ListStateMachineVersions", ("stateMachineArn", machine), ("maxResults", 2), ("nextToken", first["nextToken"]));
        Assert.Equal("4 2 1", string.Join(' ', Members(first, "stateMachineVersions", "stateMachineVersionArn").Concat(
            Members(second, "stateMachineVersions", "stateMachineVersionArn")).Select(arn => arn[(machine.Length + 1)..])));
    }

    [Fact]
    public async Task Publish_IsRefused_WhenTheRevisionIsAnother()
    {
        var machine = await _states.CreateAsync("m", Returning("0"));
        await _states.CallAsync("UpdateStateMachine", ("stateMachineArn", machine), ("definition", Returning("1")));

        var refusal = await Assert.ThrowsAsync<AwsErrorException>(
            () => _states.CallAsync("PublishStateMachineVersion", ("stateMachineArn", machine), ("revisionId", "INITIAL")));

        Assert.Equal("ConflictException", refusal.Code);
    }

    [Fact]
    public async Task Alias_SharesStartsByWeight()
    {
        var machine = await _states.CreateAsync("m", Returning("0"));
        await _states.CallAsync("PublishStateMachineVersion", ("stateMachineArn", machine));
        await _states.CallAsync("UpdateStateMachine", ("stateMachineArn", machine), ("definition", Returning("1")), ("publish", true));
        var alias = Text(await _states.CallAsync("CreateStateMachineAlias", ("name", "live"), ("routingConfiguration", Routing(machine, (1, 50), (2, 50)))), "stateMachineAliasArn");

        var seen = new HashSet<string>();
        for (var i = 0; i < 200 && seen.Count < 2; i++)
        {
            seen.Add(Text(await _states.EndAsync(await _states.StartAsync(alias)), "stateMachineVersionArn"));
        }

        Assert.Equal([$"{machine}:1", $"{machine}:2"], seen.Order());
        await _states.CallAsync("UpdateStateMachineAlias", ("stateMachineAliasArn", alias), ("routingConfiguration", Routing(machine, (1, 0), (2, 100))));
        var described = await _states.EndAsync(await _states.StartAsync(alias));
        Assert.Equal($"{machine}:2", Text(described, "stateMachineVersionArn"));
        Assert.Equal(alias, Text(described, "stateMachineAliasArn"));
        Assert.NotEmpty(Members(await _states.CallAsync("ListExecutions", ("stateMachineArn", alias)), "executions", "stateMachineAliasArn"));
        Assert.NotEmpty(Members(await _states.CallAsync("ListExecutions", ("stateMachineArn", $"{machine}:2")), "executions", "stateMachineVersionArn"));
    }

    [Fact]
    public async Task DeletedMachine_TakesItsVersionsAndAliasesAlong()
    {
        var machine = await _states.CreateAsync("m", Returning("0"));
        await _states.CallAsync("PublishStateMachineVersion", ("stateMachineArn", machine));
        await _states.CallAsync("CreateStateMachineAlias", ("name", "live"), ("routingConfiguration", Routing(machine, (1, 100))));
        await _states.CallAsync("DeleteStateMachine", ("stateMachineArn", machine));
        await _states.CreateAsync("m", Returning("0"));

        var refusal = await Assert.ThrowsAsync<AwsErrorException>(() => _states.StartAsync($"{machine}:live"));

        Assert.Equal("StateMachineDoesNotExist", refusal.Code);
        Assert.Equal($"State Machine Does Not Exist: '{machine}:live'", refusal.ServiceMessage);
        Assert.Empty(Members(await _states.CallAsync("ListStateMachineVersions", ("stateMachineArn", machine)), "stateMachineVersions", "stateMachineVersionArn"));
    }

    [Theory]
    [InlineData("UpdateStateMachine")]
    [InlineData("DeleteStateMachine")]
    [InlineData("PublishStateMachineVersion")]
    public async Task Operation_RefusesAQualifiedArn_WhenItIsForTheMachineAlone(string operation)
    {
        var machine = await _states.CreateAsync("m", Returning("0"));

        var refusal = await Assert.ThrowsAsync<AwsErrorException>(() => _states.CallAsync(operation, ("stateMachineArn", $"{machine}:1"), ("definition", Returning("1"))));

        Assert.Equal("ValidationException", refusal.Code);
    }

    [Fact]
    public async Task VariableReferences_NameWhatEachStateReads()
    {
        const string definition = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Result": {"no.$": "$literal"}, "Assign": {"b": 1, "a.$": "States.Format('$quoted {}', $$.Execution.Name)"}, "Next": "C"},
              "C": {"Type": "Choice", "Choices": [{"And": [{"Variable": "$b", "NumericGreaterThan": 0}, {"Variable": "$a", "IsPresent": true}],
                    "Assign": {"c.$": "$list[0].x"}, "Next": "D"}], "Default": "D"},
              "D": {"Type": "Parallel", "Branches": [{"StartAt": "E", "States": {"E": {"Type": "Pass", "Parameters": {"xPath": "$not", "y.$": "$c"}, "End": true}}}], "End": true}}}
            """;
        var machine = await _states.CreateAsync("m", definition);

        var described = await _states.CallAsync("DescribeStateMachine", ("stateMachineArn", machine));

        Assert.Equal("""{"C":["a","b","list"],"E":["c"]}""", described["variableReferences"]!.ToString());
    }

    [Fact]
    public async Task VariableReferences_AreFoundInJsonata()
    {
        const string definition = """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "Assign": {"b": "{% $a + 1 %}"},
              "Output": {"x": "{% ($local := $c; $map($list, function($v) { $v & '$quoted' & $local }) ~> $string) %}", "y": "$plain", "z": "{% $map($d, $uppercase) %}", "s": "{% $states.input %}"}}}}
            """;
        var machine = await _states.CreateAsync("m", definition);

        var described = await _states.CallAsync("DescribeStateMachine", ("stateMachineArn", machine));

        Assert.Equal("""{"A":["a","c","d","list"]}""", described["variableReferences"]!.ToString());
    }

    private static string Returning(string text) => """{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "TEXT", "End": true}}}""".Replace("TEXT", text, StringComparison.Ordinal);

    private static JsonArray Routing(string machine, params (int Version, int Weight)[] routes) =>
        new(routes.Select(route => (JsonValue)JsonObject.Of(("stateMachineVersionArn", $"{machine}:{route.Version}"), ("weight", route.Weight))));

    private static IEnumerable<string> Members(JsonObject page, string list, string member) => ((JsonArray)page[list]!).Cast<JsonObject>().Select(item => Text(item, member));

    private static string Text(JsonObject answer, string name) => StatesDriver.Text(answer, name);
}
