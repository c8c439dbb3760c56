using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>What a distributed Map asks for, and what a redrive makes of it.</summary>
public sealed class DistributedMapTests
{
    private const string Processor = """{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";

    [Fact]
    public void Plan_HasAllThatIsEvaluated_AndComesBackFromItsText()
    {
        var driver = Start(
            """
            "MaxConcurrencyPath":"$.n","ToleratedFailureCountPath":"$.count","ToleratedFailurePercentage":12.5,"Label":"L","ItemSelector":{"x.$":"$.n"},
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["a"],"CSVDelimiter":"PIPE","MaxItems":9},
              "Parameters":{"Bucket":"b","Key.$":"$.key","VersionId":"v"}},
            "ItemBatcher":{"MaxItemsPerBatch":5,"MaxInputBytesPerBatchPath":"$.bytes","BatchInput":{"y.$":"$.n"}},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"o","Prefix.$":"$.key"},"WriterConfig":{"Transformation":"COMPACT","OutputType":"JSONL"}}
            """,
            """{"n":3,"count":2,"key":"k","bytes":1000}""");
        var plan = Assert.IsType<StartMapRun>(Assert.Single(driver.Effects)).Plan;
        Assert.Equal("EXPRESS", plan.ExecutionType);
        Assert.Equal(3, plan.MaxConcurrency);
        Assert.Equal(new MapRunTolerance(2, 12.5), plan.Tolerance);
        var source = Assert.IsType<S3ObjectItems>(plan.Source);
        Assert.Equal(("b", "k", "v", 9, '|'), (source.Bucket, source.Key, source.VersionId, source.Settings.MaxItems, source.Settings.Delimiter));
        Assert.Equal(new BatchSettings(5, 1000, JsonObject.Of(("y", 3))), plan.Batch);
        Assert.Equal(new ResultSettings("o", "k", "COMPACT", "JSONL"), plan.Result);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:mapRun:machine/L:", plan.MapRunArn, StringComparison.Ordinal);
        var text = plan.ToJson().ToString();
        Assert.Equal(text, MapRunPlan.FromJson((JsonObject)JsonValue.Parse(text)).ToJson().ToString());
    }

    [Fact]
    public void Label_IsTheSameForEveryExecution_AndTheRunIsNot()
    {
        var plans = new ulong[] { 1, 2 }.Select(seed => Plan(Start(string.Empty, "[1]", seed))).ToArray();
        Assert.Equal(plans[0].Label, plans[1].Label);
        Assert.NotEqual(plans[0].MapRunArn, plans[1].MapRunArn);
    }

    [Fact]
    public void Selector_DrawsTheSame_HoweverOftenItIsAsked()
    {
        var definition = Definition("\"ItemSelector\":{\"id.$\":\"States.UUID()\"}");
        var plan = Plan(Start(definition, "[1,2,3]"));
        var map = MapRunDefinition.Find(definition, "M")!;
        string[] Inputs() => [.. MapRunInputs.Of(plan, map, JobMgmt.StatesLanguage.MapRuns.Reading.MapItems.OfInline((InlineItems)plan.Source)).Select(input => input.Input.ToString())];
        Assert.Equal(Inputs(), Inputs());
        Assert.Equal(3, Inputs().Distinct().Count());
    }

    [Fact]
    public void Inputs_OverTheLimit_FailTheMapRun()
    {
        var definition = Definition(string.Empty);
        var plan = Plan(Start(definition, "[1]"));
        var items = new[] { "small", new string('x', 262_143) }.Select(text => new MapItem(new JsonString(text), null, MapItem.StateData));
        var error = Assert.Throws<MapRunException>(() => MapRunInputs.Of(plan, MapRunDefinition.Find(definition, "M")!, items).Count());
        Assert.Equal("States.DataLimitExceeded", error.Error);
    }

    [Fact]
    public void Redrive_GoesOnWithTheMapRunThatFailed()
    {
        var driver = Start(string.Empty, "[1]");
        var arn = Plan(driver).MapRunArn;
        var failed = driver.Tell(new MapRunFailed(driver.Now, 1, MapRunTolerance.Error, MapRunTolerance.Cause));
        var redriven = Redrive(failed, 1);
        Assert.Equal(["ExecutionRedriven", "MapRunRedriven"], redriven.Events.Select(item => item.Type));
        Assert.Equal(JsonObject.Of(("mapRunArn", arn), ("redriveCount", 1)), redriven.Events[1].Details);
        Assert.Equal([new RedriveMapRun(2, arn)], redriven.Effects);

        var again = Redrive(Advance(redriven.Checkpoint, new MapRunFailed(driver.Now, 2, "E", null)), 2);
        Assert.Equal([new RedriveMapRun(3, arn)], again.Effects);
        Assert.Equal((JsonValue)2, again.Events[1].Details!["redriveCount"]);
        var ended = Advance(again.Checkpoint, new MapRunSucceeded(driver.Now, 3, new JsonArray([7])));
        Assert.Equal("[7]", ended.Outcome!.Output!.ToString());
    }

    [Fact]
    public void Redrive_GoesOnWithTheMapRunThatWasAborted()
    {
        var driver = Start(string.Empty, "[1]");
        var arn = Plan(driver).MapRunArn;
        Assert.Equal([new RedriveMapRun(2, arn)], Redrive(driver.Tell(new ExecutionAbort(driver.Now, null, null)), 1).Effects);
    }

    [Theory]
    [InlineData(MapRunException.ItemReaderFailed)]
    [InlineData("States.DataLimitExceeded")]
    [InlineData("States.Runtime")]
    public void Redrive_StartsAnotherMapRun_WhenTheFirstCanNotGoOn(string error)
    {
        var driver = Start(string.Empty, "[1]");
        var redriven = Redrive(driver.Tell(new MapRunFailed(driver.Now, 1, error, null)), 1);
        Assert.Equal(["ExecutionRedriven", "MapStateStarted", "MapRunStarted"], redriven.Events.Select(item => item.Type));
        Assert.NotEqual(Plan(driver).MapRunArn, Assert.IsType<StartMapRun>(Assert.Single(redriven.Effects)).Plan.MapRunArn);
    }

    [Fact]
    public void Result_OverTheLimit_FailsTheState()
    {
        var driver = Start(string.Empty, "[1]");
        driver.Tell(new MapRunSucceeded(driver.Now, 1, new JsonArray([new JsonString(new string('x', 262_144))])));
        Assert.Equal("States.DataLimitExceeded", driver.Outcome?.Error);
        Assert.Equal("The state/task 'M' returned a result with a size exceeding the maximum number of bytes service limit.", driver.Outcome?.Cause);
        Assert.Contains(driver.Events, item => item.Type == "MapRunFailed");
    }

    private static Step Redrive(Step failed, long count) =>
        Advance(Checkpoint.Deserialize(failed.Stopped!.Serialize()), new ExecutionRedrive(ExecutionDriver.Start, count));

    private static Step Advance(Checkpoint checkpoint, Input input) =>
        JobMgmt.StatesLanguage.Interpreter.Interpreter.Advance(Definition(string.Empty), checkpoint, input);

    private static MapRunPlan Plan(ExecutionDriver driver) => driver.Effects.OfType<StartMapRun>().First().Plan;

    private static ExecutionDriver Start(string fields, string input, ulong seed = 7) => Start(Definition(fields), input, seed);

    private static ExecutionDriver Start(JobMgmt.StatesLanguage.Model.StateMachineDefinition definition, string input, ulong seed = 7) =>
        new ExecutionDriver(definition) { Serializes = true }.Run(JsonValue.Parse(input), seed);

    private static JobMgmt.StatesLanguage.Model.StateMachineDefinition Definition(string fields)
    {
        var (definition, diagnostics) = AslReader.Read(
            """{"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":""" + Processor + "," + fields + (fields.Length == 0 ? string.Empty : ",") + "\"End\":true}}}");
        return definition ?? throw new InvalidOperationException(string.Join("; ", diagnostics));
    }
}
