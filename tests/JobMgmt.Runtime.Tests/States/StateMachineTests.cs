using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.States;

public sealed class StateMachineTests
{
    private const string Pass = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";
    private const string OtherPass = """{"StartAt":"P","States":{"P":{"Type":"Pass", "End":true}}}""";
    private const string Role = "arn:aws:iam::000000000000:role/r";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 1, 2, 3, 456, TimeSpan.Zero));

    [Fact]
    public async Task Create_AnswersTheFirst_WhenOnlyRoleAndTagsDiffer()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        var first = await Create(runtime, "m", Pass);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var second = await runtime.CallAsync("states", "CreateStateMachine", ("name", "m"), ("definition", Pass), ("roleArn", Role + "2"));

        Assert.Equal(first, second);
        Assert.Equal("1795482123.456", first["creationDate"]!.ToString());
        Assert.Equal(Role, (string?)Text(await Describe(runtime, first), "roleArn"));
    }

    [Fact]
    public async Task Create_IsRefused_WhenTheTextDiffers()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        await Create(runtime, "m", Pass);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Create(runtime, "m", OtherPass));

        Assert.Equal(
            ("StateMachineAlreadyExists", "State Machine Already Exists: 'arn:aws:states:us-east-1:000000000000:stateMachine:m'"), (error.Code, error.ServiceMessage));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a*")]
    [InlineData("a\u007f")]
    public async Task Create_IsRefused_WhenTheNameHasAForbiddenCharacter(string name)
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Create(runtime, name, Pass));

        Assert.Equal(("InvalidName", $"Invalid Name: '{name}'"), (error.Code, error.ServiceMessage));
    }

    [Fact]
    public async Task Create_NamesEveryFault_WhenMembersAreMissing()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => runtime.CallAsync("states", "CreateStateMachine", ("roleArn", Role)));

        Assert.Equal("com.amazon.coral.validate#ValidationException", ((JsonString)error.Body["__type"]!).Value);
        Assert.Equal(
            "2 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; "
                + "Value null at 'definition' failed to satisfy constraint: Member must not be null",
            error.ServiceMessage);
    }

    [Fact]
    public async Task Update_MakesARevision()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        var created = await Create(runtime, "m", Pass);
        Assert.Null((await Describe(runtime, created))["revisionId"]);

        var updated = await runtime.CallAsync("states", "UpdateStateMachine", ("stateMachineArn", created["stateMachineArn"]), ("definition", OtherPass));

        var described = await Describe(runtime, created);
        Assert.Equal(updated["revisionId"], described["revisionId"]);
        Assert.Equal(OtherPass, Text(described, "definition"));
    }

    [Fact]
    public async Task Update_IsRefused_WhenThereIsNothingToChange()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        var created = await Create(runtime, "m", Pass);

        var error = await Assert.ThrowsAsync<AwsErrorException>(
            () => runtime.CallAsync("states", "UpdateStateMachine", ("stateMachineArn", created["stateMachineArn"])));

        Assert.Equal("MissingRequiredParameter", error.Code);
    }

    [Fact]
    public async Task List_GoesThroughPages_AndRefusesAToken_ThatIsADayOld()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        foreach (var name in new[] { "c", "a", "b" })
        {
            await Create(runtime, name, Pass);
        }

        var first = await runtime.CallAsync("states", "ListStateMachines", ("maxResults", 2));
        var second = await runtime.CallAsync("states", "ListStateMachines", ("maxResults", 2), ("nextToken", first["nextToken"]));
        _clock.Advance(TimeSpan.FromHours(25));
        using var later = new AwsJsonClient(runtime.Endpoint, runtime.Host.Identity.Key, "us-east-1", _clock);
        var stale = await Assert.ThrowsAsync<AwsErrorException>(() => later.CallAsync("states", "ListStateMachines", JsonObject.Of(("nextToken", first["nextToken"]))));
        var made = await Assert.ThrowsAsync<AwsErrorException>(() => later.CallAsync("states", "ListStateMachines", JsonObject.Of(("nextToken", "made up"))));

        Assert.Equal(["a", "b", "c"], Names(first).Concat(Names(second)));
        Assert.Null(second["nextToken"]);
        Assert.Equal(("InvalidToken", "InvalidToken"), (stale.Code, made.Code));
    }

    [Fact]
    public async Task Delete_IsNoError_WhenTheMachineIsNotThere()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        var created = await Create(runtime, "m", Pass);

        await runtime.CallAsync("states", "DeleteStateMachine", ("stateMachineArn", created["stateMachineArn"]));
        await runtime.CallAsync("states", "DeleteStateMachine", ("stateMachineArn", created["stateMachineArn"]));

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Describe(runtime, created));
        Assert.Equal(
            ("StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn:aws:states:us-east-1:000000000000:stateMachine:m'"), (error.Code, error.ServiceMessage));
    }

    [Fact]
    public async Task Tags_AreSetChangedAndTakenAway()
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        var arn = (await runtime.CallAsync(
            "states", "CreateStateMachine", ("name", "m"), ("definition", Pass), ("roleArn", Role), ("tags", JsonValue.Parse("""[{"key":"a","value":"1"},{"key":"b","value":"2"}]"""))))["stateMachineArn"];

        await runtime.CallAsync("states", "TagResource", ("resourceArn", arn), ("tags", JsonValue.Parse("""[{"key":"b","value":"3"}]""")));
        await runtime.CallAsync("states", "UntagResource", ("resourceArn", arn), ("tagKeys", JsonValue.Parse("""["a"]""")));

        var tags = await runtime.CallAsync("states", "ListTagsForResource", ("resourceArn", arn));
        Assert.Equal("""{"tags":[{"key":"b","value":"3"}]}""", tags.ToString());
    }

    [Theory]
    [InlineData("jobmgmt:network", "日次 集計_2.0/a=b+c-d@e", null)]
    [InlineData("a", "𠮷", null)]
    [InlineData("a", "", null)]
    [InlineData("a", "night(1)", "ValidationException")]
    [InlineData("a", "o'brien", "ValidationException")]
    [InlineData("a", "🙂", "ValidationException")]
    [InlineData("a!", "1", "ValidationException")]
    [InlineData("aws:a", "1", "ValidationException")]
    [InlineData("AWS:a", "1", "ValidationException")]
    [InlineData("awsome:a", "aws:1", null)]
    public async Task Tags_HaveLettersDigitsAndSomeMarks(string key, string value, string? error)
    {
        await using var runtime = await TestRuntime.StartAsync(_clock);
        var tags = new JsonArray([JsonObject.Of(("key", key), ("value", value))]);

        var refused = await Record.ExceptionAsync(() => runtime.CallAsync("states", "CreateStateMachine", ("name", "m"), ("definition", Pass), ("roleArn", Role), ("tags", tags)));
        Assert.Equal(error, (refused as AwsErrorException)?.Code);
        Assert.Equal(error is null ? ["m"] : [], Names(await runtime.CallAsync("states", "ListStateMachines")));
    }

    private static Task<JsonObject> Create(TestRuntime runtime, string name, string definition) =>
        runtime.CallAsync("states", "CreateStateMachine", ("name", name), ("definition", definition), ("roleArn", Role));

    private static Task<JsonObject> Describe(TestRuntime runtime, JsonObject created) =>
        runtime.CallAsync("states", "DescribeStateMachine", ("stateMachineArn", created["stateMachineArn"]));

    private static string? Text(JsonObject answer, string name) => (answer[name] as JsonString)?.Value;

    private static IEnumerable<string> Names(JsonObject page) => ((JsonArray)page["stateMachines"]!).Select(machine => ((JsonString)((JsonObject)machine)["name"]!).Value);
}
