using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Events;

public sealed class EventsTests : IAsyncLifetime
{
    private const string Group = "arn:aws:logs:us-east-1:000000000000:log-group:/alerts";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync() => _runtime = await TestRuntime.StartAsync(_clock);

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task Event_ReachesTheLogGroup_OfARuleThatMatches()
    {
        await Rule("high", """{"detail":{"channel":["high"]}}""", JsonObject.Of(("Id", "log"), ("Arn", Group)));

        await Put("""{"channel":"high","n":1}""");
        await Put("""{"channel":"low","n":2}""");

        var envelope = (JsonObject)JsonValue.Parse(Assert.Single(await Messages()));
        Assert.Equal(JsonValue.Parse("""{"channel":"high","n":1}"""), envelope["detail"]);
        Assert.Equal("2026-11-24T12:00:00Z", ((JsonString)envelope["time"]!).Value);
        Assert.Equal("Test", ((JsonString)envelope["detail-type"]!).Value);
    }

    [Fact]
    public async Task Event_ReachesNobody_WhileTheRuleIsDisabled()
    {
        await Rule("r", """{"source":["test"]}""", JsonObject.Of(("Id", "log"), ("Arn", Group)));
        await Call("DisableRule", ("Name", "r"));
        await Put("""{"n":1}""");
        await Call("EnableRule", ("Name", "r"));
        await Put("""{"n":2}""");

        Assert.Contains("\"n\":2", Assert.Single(await Messages()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Input":"{\"a\":1}"}""", """{"a":1}""", "a constant")]
    [InlineData("""{"InputPath":"$.detail.list"}""", """[1,"x"]""", "a part")]
    [InlineData("""{"InputTransformer":{"InputPathsMap":{"n":"$.detail.n","l":"$.detail.list"},"InputTemplate":"{\"n\":<n>,\"l\":<l>}"}}""", """{"n":1,"l":[1,"x"]}""", "bare keeps JSON")]
    [InlineData("""{"InputTransformer":{"InputPathsMap":{"s":"$.detail.s"},"InputTemplate":"\"said <s>\""}}""", "\"said \\\"hi\\\"\"", "quoted becomes text, escaped")]
    [InlineData("""{"InputTransformer":{"InputPathsMap":{"s":"$.detail.none"},"InputTemplate":"\"said <s>.\""}}""", "\"said .\"", "absent is nothing")]
    [InlineData("""{"InputTransformer":{"InputPathsMap":{"s":"$.detail.none"},"InputTemplate":"{\"s\": <s>}"}}""", """{"s": ""}""", "absent is an empty text where JSON wants a value, as recorded")]
    [InlineData("""{"InputTransformer":{"InputTemplate":"\"<aws.events.rule-name>\""}}""", "\"r\"", "reserved names")]
    [InlineData("""{"InputTransformer":{"InputTemplate":"\"<aws.events.event.ingestion-time>\""}}""", "\"2026-11-24T12:00:00Z\"", "when it came in")]
    [InlineData("""{"InputTransformer":{"InputTemplate":"\"<aws.events.rule-arn>\""}}""", "\"arn:aws:events:us-east-1:000000000000:rule/r\"", "the rule")]
    [InlineData("""{"InputTransformer":{"InputPathsMap":{"a":"$.detail.list[1]","b":"$.detail.n"},"InputTemplate":"{\"<a>\": \"<b> of <b>\"}"}}""", """{"x": "1 of 1"}""", "an element; twice the same")]
    public async Task Target_IsSent_WhatItAsksFor(string members, string sent, string reason)
    {
        var target = ((JsonObject)JsonValue.Parse(members)).With("Id", "log").With("Arn", Group);
        await Rule("r", """{"source":["test"]}""", target);

        await Put("""{"n":1,"s":"\"hi\"","list":[1,"x"]}""");

        Assert.True(Assert.Single(await Messages()) == sent, reason);
    }

    [Fact]
    public async Task Transformer_GivesTheWholeEvent_WithAndWithoutItsDetail()
    {
        var template = """{"a":<aws.events.event>,"b":<aws.events.event.json>}""";
        await Rule("r", """{"source":["test"]}""", JsonObject.Of(("Id", "log"), ("Arn", Group), ("InputTransformer", JsonObject.Of(("InputTemplate", template)))));

        await Put("""{"n":1}""");

        var sent = (JsonObject)JsonValue.Parse(Assert.Single(await Messages()));
        var whole = (JsonObject)sent["b"]!;
        Assert.Equal(["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"], whole.Select(member => member.Key));
        var expected = JsonObject.Of( // as recorded on AWS, detailType included
            ("id", whole["id"]),
            ("account", "000000000000"),
            ("detailType", "Test"),
            ("time", "2026-11-24T12:00:00Z"),
            ("source", "test"),
            ("region", "us-east-1"),
            ("resources", JsonArray.Empty),
            ("version", "0"));
        Assert.Equal(expected.ToString(), sent["a"]!.ToString());
    }

    [SharedFact("conformance/event-patterns")]
    public async Task TestEventPattern_AnswersAsAws()
    {
        var wrong = new List<string>();
        foreach (var row in Conformance.Files("event-patterns").Select(file => (JsonObject)JsonValue.Parse(File.ReadAllBytes(file))))
        {
            var told = "";
            try
            {
                told = (await Call("TestEventPattern", ("EventPattern", row["eventPattern"]), ("Event", row["event"])))["Result"]!.ToString();
            }
            catch (AwsErrorException error)
            {
                told = $"{error.Code}: {error.ServiceMessage}";
            }

            var recorded = row["error"] is JsonObject refused ? $"{((JsonString)refused["code"]!).Value}: {((JsonString)refused["message"]!).Value}" : row["matches"]!.ToString();
            if (told != recorded)
            {
                wrong.Add($"{row["name"]}: {told}, recorded {recorded}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Event_FollowsEveryChangeOfTheRules()
    {
        await Rule("r", """{"detail":{"k":["a"]}}""", JsonObject.Of(("Id", "log"), ("Arn", Group)));
        await Put("""{"k":"a","n":1}""");
        await Call("PutRule", ("Name", "r"), ("EventPattern", """{"detail":{"k":["b"]}}""")); // the targets stay
        await Put("""{"k":"a","n":2}""");
        await Put("""{"k":"b","n":3}""");
        await Call("DisableRule", ("Name", "r"));
        await Put("""{"k":"b","n":4}""");
        await Call("EnableRule", ("Name", "r"));
        await Call("RemoveTargets", ("Rule", "r"), ("Ids", new JsonArray(["log"])));
        await Put("""{"k":"b","n":5}""");
        await Call("PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(("Id", "log"), ("Arn", Group))])));
        await Put("""{"k":"b","n":6}""");
        await Call("RemoveTargets", ("Rule", "r"), ("Ids", new JsonArray(["log"])));
        await Call("DeleteRule", ("Name", "r"));
        await Put("""{"k":"b","n":7}""");

        Assert.Equal(["1", "3", "6"], (await Messages()).Select(message => ((JsonObject)((JsonObject)JsonValue.Parse(message))["detail"]!)["n"]!.ToString()));
    }

    [Fact]
    public async Task PutEvents_TellsEachBadEntry_AndTakesTheGood()
    {
        await Rule("r", """{"source":["test"]}""", JsonObject.Of(("Id", "log"), ("Arn", Group)));

        var answer = await Call("PutEvents", ("Entries", JsonValue.Parse(
            """
            [{"Source":"test","DetailType":"Test","Detail":"{}"},{"DetailType":"Test","Detail":"{}"},{"Source":"test","DetailType":"Test","Detail":"x"},
             {"Source":"aws.states","DetailType":"Test","Detail":"{}"}]
            """)));

        Assert.Equal((JsonValue)3, answer["FailedEntryCount"]);
        var entries = ((JsonArray)answer["Entries"]!).Cast<JsonObject>().ToArray();
        Assert.NotNull(entries[0]["EventId"]);
        Assert.Equal(
            JsonValue.Parse("""{"ErrorCode":"InvalidArgument","ErrorMessage":"Parameter Source is not valid. Reason: Source is a required argument."}"""), entries[1]);
        Assert.Equal(JsonValue.Parse("""{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}"""), entries[2]);
        Assert.Equal((JsonValue)"NotAuthorizedForSourceException", entries[3]["ErrorCode"]);
        Assert.Single(await Messages());
    }

    [Theory]
    [InlineData("DescribeRule", """{"Name":"none"}""", "ResourceNotFoundException", "Rule none does not exist on EventBus default.")]
    [InlineData("PutRule", """{"Name":"x","EventPattern":"{\"source\":[]}"}""", "InvalidEventPatternException", "Event pattern is not valid. Reason: Empty arrays are not allowed")]
    [InlineData("PutRule", """{"Name":"x"}""", "ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("DeleteRule", """{"Name":"r"}""", "ValidationException", "Rule can't be deleted since it has targets.")]
    [InlineData(
        "PutTargets",
        """{"Rule":"r","Targets":[{"Id":"t","Arn":"arn:aws:logs:us-east-1:0:log-group:/g","Input":"{}","InputPath":"$"}]}""",
        "ValidationException",
        "Only one of Input, InputPath, or InputTransformer must be provided for target t.")]
    [InlineData(
        "PutTargets",
        """{"Rule":"r","Targets":[{"Id":"t","Arn":"arn:aws:logs:us-east-1:0:log-group:/g","InputTransformer":{"InputTemplate":"<x>"}}]}""",
        "ValidationException",
        "InputTemplate for target t contains invalid placeholder x.")]
    [InlineData(
        "PutTargets",
        """{"Rule":"r","Targets":[{"Id":"t","Arn":"arn:aws:states:us-east-1:000000000000:stateMachine:m"}]}""",
        "ValidationException",
        "RoleArn is required for target arn:aws:states:us-east-1:000000000000:stateMachine:m.")]
    public async Task Call_IsRefusedInAwsWords(string operation, string input, string code, string message)
    {
        await Rule("r", """{"source":["test"]}""", JsonObject.Of(("Id", "log"), ("Arn", Group)));

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.Client.CallAsync("events", operation, (JsonObject)JsonValue.Parse(input)));

        Assert.Equal(code, error.Code);
        Assert.StartsWith(message, error.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello <x>", 1, 1, "a text without quotes")]
    [InlineData("{\"a\":<x>", 1, 9, "an object that is not closed")]
    [InlineData("{<x>:1}", 1, 2, "a placeholder for a member's name")]
    [InlineData("\"a\"\nb <x>", 2, 1, "a line without quotes")]
    [InlineData("\"a <x>", 1, 7, "quotes that are not closed")]
    [InlineData("1<x>", 1, 2, "a placeholder beside a value")]
    public async Task Template_IsRefused_WhenItIsNoJson(string template, int line, int column, string reason)
    {
        await Call("PutRule", ("Name", "r"), ("EventPattern", """{"source":["test"]}"""));
        Assert.NotEmpty(reason);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => PutTemplate(template));

        Assert.Equal(("ValidationException", $"Invalid InputTemplate for target t : [Source: (String)\"{template}\"; line: {line}, column: {column}]."), (error.Code, error.ServiceMessage));
    }

    [Theory]
    [InlineData("<x>", "a value")]
    [InlineData("[<x>, \"<x> \\\"<x>\\\"\", {\"a\": <x>}]", "anywhere a value may stand")]
    [InlineData("\"one <x>\"\n\n  \"two\"\r\n", "lines of text")]
    [InlineData("{\n \"a\":\n <x>\n}", "an object over lines")]
    public async Task Template_IsTaken_WhenItIsJson(string template, string reason)
    {
        await Call("PutRule", ("Name", "r"), ("EventPattern", """{"source":["test"]}"""));

        Assert.True((await PutTemplate(template))["FailedEntryCount"]!.ToString() == "0", reason);
    }

    [Fact]
    public async Task ListRules_PagesByName()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            await Call("PutRule", ("Name", name), ("EventPattern", """{"source":["x"]}"""));
        }

        var first = await Call("ListRules", ("Limit", 2));
        var second = await Call("ListRules", ("Limit", 2), ("NextToken", first["NextToken"]));

        Assert.Equal(["a", "b", "c"], new[] { first, second }.SelectMany(page => (JsonArray)page["Rules"]!).Select(rule => ((JsonString)((JsonObject)rule)["Name"]!).Value));
        Assert.Null(second["NextToken"]);
    }

    private Task<JsonObject> Call(string operation, params (string Name, JsonValue? Value)[] members) => _runtime.CallAsync("events", operation, members);

    private async Task Rule(string name, string pattern, JsonObject target)
    {
        await Call("PutRule", ("Name", name), ("EventPattern", pattern));
        await Call("PutTargets", ("Rule", name), ("Targets", new JsonArray([target])));
    }

    private Task<JsonObject> PutTemplate(string template) => Call("PutTargets", ("Rule", "r"), ("Targets", new JsonArray([JsonObject.Of(
        ("Id", "t"), ("Arn", Group), ("InputTransformer", JsonObject.Of(("InputPathsMap", JsonObject.Of(("x", "$.detail.x"))), ("InputTemplate", template))))])));

    private Task<JsonObject> Put(string detail) =>
        Call("PutEvents", ("Entries", new JsonArray([JsonObject.Of(("Source", "test"), ("DetailType", "Test"), ("Detail", detail))])));

    private async Task<List<string>> Messages()
    {
        var page = await _runtime.CallAsync("logs", "FilterLogEvents", ("logGroupName", "/alerts"));
        return [.. ((JsonArray)page["events"]!).Select(entry => ((JsonString)((JsonObject)entry)["message"]!).Value)];
    }
}
