using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Interpreter.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>What TestState shows of a distributed Map whose work is mocked.</summary>
public sealed class MapInspectionTests
{
    private const string Reader = "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"},\"ReaderConfig\":{";

    [Fact]
    public void Inspection_ShowsTheReadersData_StepByStep()
    {
        var test = Start(
            Reader + "\"InputType\":\"JSON\",\"ItemsPointer\":\"/list\",\"MaxItems\":3}},\"ItemSelector\":{\"v.$\":\"$$.Map.Item.Value\",\"n.$\":\"$.n\"},\"ItemBatcher\":{\"MaxItemsPerBatch\":2}",
            """{"list":[1,2,3,4]}""");
        var seen = test.Result.Inspection.ToDictionary(item => item.Key, item => item.Value.ToString());
        Assert.Equal("[1,2,3]", seen["afterItemsPointer"]);
        Assert.Equal("""[{"v":1,"n":7},{"v":2,"n":7},{"v":3,"n":7}]""", seen["afterItemSelector"]);
        Assert.Equal("""[{"Items":[{"v":1,"n":7},{"v":2,"n":7}]},{"Items":[{"v":3,"n":7}]}]""", seen["afterItemBatcher"]);
        Assert.DoesNotContain("afterItemsPath", seen.Keys);
        test.Succeed(new JsonArray([1]));
        Assert.Equal("SUCCEEDED", test.Result.Status);
    }

    [Fact]
    public void Inspection_CountsFailures_OfTheItemsThatAreRead()
    {
        const string Fields = Reader + "\"InputType\":\"JSONL\"}},\"ToleratedFailurePercentage\":50";
        Assert.Null(Start(Fields, "1\n2", failures: 1).Result.Error);
        Assert.Equal("States.ExceedToleratedFailureThreshold", Start(Fields, "1\n2", failures: 2).Result.Error);
    }

    [Fact]
    public void Inspection_Fails_WhenTheDataCanNotBeRead()
    {
        var result = Start(Reader + "\"InputType\":\"JSON\"}}", "{}").Result;
        Assert.Equal(("FAILED", "States.ItemReaderFailed", "Attempting to map over non-iterable node."), (result.Status, result.Error, result.Cause));
    }

    [Fact]
    public void Inspection_ReadsNothing_WhenThereIsNoData() => Assert.Null(Start(Reader + "\"InputType\":\"JSON\"}}", null).Result.Error);

    [Fact]
    public void Inspection_TakesTheInput_WhenItStandsForTheData() => Assert.Equal(
        """[{"v":4},{"v":5}]""",
        Start(Reader + "\"InputType\":\"JSON\"}},\"ItemsPath\":\"$.list\",\"ItemSelector\":{\"v.$\":\"$$.Map.Item.Value\"}", null)
            .Result.Inspection.Single(item => item.Key == "afterItemSelector").Value.ToString());

    [Theory]
    [InlineData(true, """{"Item":{"Index":0,"Value":{"a":1},"Source":"STATE_DATA"}}""")]
    [InlineData(false, null)]
    public void Context_HasAnItem_InAMap(bool isInMap, string? expected)
    {
        var definition = AslReader.Read("""{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"all.$":"$$"},"End":true}}}""").Definition!;
        var start = new ExecutionStart(ExecutionDriver.Start, ExecutionDriver.Facts, JsonObject.Of(("a", 1)), 1);
        var test = StateTest.Start(new StateTestSetup(definition.Root, "P", start, JsonObject.Empty, null, 0, 0, false) { IsInMap = isInMap });
        Assert.Equal(expected, ((JsonObject)((JsonObject)test.Result.Output!)["all"]!)["Map"]?.ToString());
    }

    private static StateTest Start(string fields, string? data, int failures = 0)
    {
        var (definition, diagnostics) = AslReader.Read(
            """{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},"""
            + fields + ",\"End\":true}}}");
        Assert.True(definition is not null, string.Join("; ", diagnostics));
        var start = new ExecutionStart(ExecutionDriver.Start, ExecutionDriver.Facts, JsonValue.Parse("""{"n":7,"list":[4,5]}"""), 1);
        return StateTest.Start(new StateTestSetup(definition.Root, "M", start, JsonObject.Empty, null, 0, failures, true) { MapItemReaderData = data });
    }
}
