using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Runs;

public sealed class NestedRestartTests
{
    // get -> load -> tell; load: extract -> store -> index
    private static readonly EarlierRun _inner = new("arn:inner", Network("load", Job("extract"), Job("store", "extract"), Job("index", "store")), Traces("extract Succeeded", "store Failed", "index Skipped"), null);

    private static readonly EarlierRun _run = new(
        "arn:outer", Network("night", Job("get"), Nested("load", "get"), Job("tell", "load")), Traces("get Succeeded", "load Failed", "tell Skipped"), null)
    {
        Nested = new Dictionary<string, EarlierRun> { ["load"] = _inner },
    };

    [Theory]
    [InlineData("FailedJob", null, "load/store load/index tell", """{"load":{"Of":"arn:inner","Done":["extract"]}}""", "down to the failed leaf")]
    [InlineData("AfterFailedJob", null, "load/index tell", """{"load":{"Of":"arn:inner","Done":["extract","store"],"Accepted":["store"]}}""", "after the failed leaf")]
    [InlineData("Start", null, "get load tell", "{}", "everything, as a whole")]
    [InlineData("load", null, "load tell", "{}", "the network as a whole")]
    [InlineData("load/index", null, "load/index tell", """{"load":{"Of":"arn:inner","Done":["extract","store"],"Accepted":["store"]}}""", "from a leaf on")]
    [InlineData("load/index load/extract", null, "load/extract load/store load/index tell", """{"load":{"Of":"arn:inner","Done":[]}}""", "from several leaves")]
    [InlineData("load/index load", null, "load tell", "{}", "the whole is more than a part")]
    [InlineData("get", null, "get load tell", "{}", "what comes after a job that is run again is run as a whole")]
    [InlineData("FailedJob", "load/store", "load/store", """{"load":{"Of":"arn:inner","Done":["extract","index"],"Left":["index"]}}""", "only one leaf")]
    [InlineData("Start", "load/extract", "load/extract", """{"load":{"Of":"arn:inner","Done":["store","index"],"Left":["store","index"]}}""", "only a leaf, whatever became of others")]
    public void Of_GoesDown(string from, string? only, string runs, string nested, string reason)
    {
        var plan = RestartPlan.Of(_run, from.Split(' '), only?.Split(' '));
        Assert.True(runs == string.Join(' ', plan.Paths), $"{reason}: {string.Join(' ', plan.Paths)}");
        var told = (JsonObject)plan.Rerun("arn:outer").Input(JsonObject.Empty, null)["Rerun"]!;
        Assert.Equal(JsonValue.Parse(nested), Names(told["Nested"] as JsonObject));
    }

    [Fact]
    public void AfterFailedJob_WhereNothingIsLeftInTheNetwork_GoesOnBehindIt()
    {
        var run = _run with { Nested = new Dictionary<string, EarlierRun> { ["load"] = _inner with { Jobs = Traces("extract Succeeded", "store Succeeded", "index Failed") } } };
        var plan = RestartPlan.Of(run, [RestartPlan.AfterFailedJob], null);
        Assert.Equal(["tell"], plan.Paths);
        Assert.Empty(plan.Nested);
    }

    [Fact]
    public void WhatAnEarlierContinuationHadNotComeTo_IsNotForgotten()
    {
        var before = (JsonObject)JsonValue.Parse("""{"load":{"Of":"arn:older","Done":{"extract":{"Status":"Succeeded"}}}}""");
        var run = _run with { Jobs = Traces("get Failed", "load Skipped", "tell Skipped"), Rerun = new Rerun("arn", JsonObject.Empty) { Nested = before }, Nested = new Dictionary<string, EarlierRun>() };
        Assert.Empty(RestartPlan.Of(run, [RestartPlan.FailedJob], null).Nested); // it comes after one that is run again
        var alone = run with { Network = Network("night", Job("get"), Nested("load"), Job("tell", "load")) };
        Assert.Equal(before, RestartPlan.Of(alone, [RestartPlan.FailedJob], null).Nested);
    }

    [Fact]
    public void ANetworkThatIsLeftOut_GoesOnWhereItStood_InTheRunThatRunsIt()
    {
        var plan = RestartPlan.Of(_run, [RestartPlan.FailedJob], ["tell"]);
        Assert.Equal(["load"], plan.Left);
        var rerun = Rerun.Read(plan.Rerun("arn").Input(null, null))!;
        var next = RestartPlan.Of(_run with { Jobs = Traces("get Skipped", "load Skipped", "tell Succeeded"), Rerun = rerun, Nested = new Dictionary<string, EarlierRun>() }, [RestartPlan.FailedJob], null);
        Assert.Equal(["load", "tell"], next.Jobs);
        Assert.Equal(JsonValue.Parse("""{"load":{"Of":"arn:inner","Done":["extract"]}}"""), Names(next.Nested));

        Assert.Equal(["load/index", "tell"], RestartPlan.Of(_run, [RestartPlan.FailedJob], ["load/store"]).Left.Order());

        // What a leaf was said to be done for is not forgotten either.
        var after = RestartPlan.Of(_run, [RestartPlan.AfterFailedJob], null);
        Assert.Equal(["load/store"], after.Accepted);
        var then = RestartPlan.Of(_run with { Jobs = Traces("get Skipped", "load Succeeded", "tell Failed"), Rerun = after.Rerun("arn"), Nested = new Dictionary<string, EarlierRun>() }, [RestartPlan.FailedJob], null);
        Assert.Equal(["tell"], then.Jobs);
        Assert.Equal(["load/store"], then.Accepted);
    }

    [Fact]
    public void NetworksInNetworks_GoDownToTheLeaf()
    {
        var run = new EarlierRun("arn:top", Network("top", Nested("night")), Traces("night Failed"), null) { Nested = new Dictionary<string, EarlierRun> { ["night"] = _run } };
        var plan = RestartPlan.Of(run, ["night/load/store"], null);
        Assert.Equal(["night/load/store", "night/load/index", "night/tell"], plan.Paths);
        Assert.Equal(JsonValue.Parse("""["get"]"""), ((JsonObject)Names(plan.Nested)["night"]!)["Done"]);
        Assert.Equal(plan.Nested, Rerun.Read(plan.Rerun("arn").Input(null, null))!.Nested);
    }

    [Theory]
    [InlineData("load/none", "'none' is no job of the network 'load'")]
    [InlineData("get/x", "'get/x' is no job of the network 'night'")]
    [InlineData("other/x", "'other/x' is in the network 'other', which the earlier run has not started")]
    public void APathThatLeadsNowhere_IsNamed(string from, string message)
    {
        var run = _run with { Network = _run.Network with { Jobs = [.. _run.Network.Jobs, Nested("other")] } };
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => RestartPlan.Of(run, [from], null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatIsContinuedByItself_IsNoJobOfAnother() => Assert.Null(
        NestedRun.ParentOf(new Rerun("arn", JsonObject.Empty).Input(JsonValue.Parse("""{"tags":{"role":"w"},"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:x"}"""), null)));

    private static JsonObject Names(JsonObject? nested) => new((nested ?? JsonObject.Empty).Select(job => new KeyValuePair<string, JsonValue>(
        job.Key, ((JsonObject)job.Value).With("Done", new JsonArray(((JsonObject)((JsonObject)job.Value)["Done"]!).Select(done => (JsonValue)new JsonString(done.Key)))))));

    private static JobNetwork Network(string name, params JobDefinition[] jobs) => new() { Name = name, Jobs = jobs };

    private static JobDefinition Job(string name, params string[] after) => Samples.Job(name, "true") with { After = after };

    private static JobDefinition Nested(string name, params string[] after) => new() { Name = name, Network = name, After = after };

    private static JobTrace[] Traces(params string[] jobs) => [.. jobs.Select(job => job.Split(' ')).Select(parts => new JobTrace
    {
        JobName = parts[0],
        Status = Enum.Parse<JobRunStatus>(parts[1]),
        Starts = parts[1] is "NotRun" or "Skipped" ? 0 : 1,
    })];
}
