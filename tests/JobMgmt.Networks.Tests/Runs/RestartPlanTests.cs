using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Runs;

public sealed class RestartPlanTests
{
    // a -> b -> d, a -> c -> d, e alone
    private static readonly JobNetwork _network = new()
    {
        Name = "night",
        Jobs = [Job("a"), Job("b", "a"), Job("c", "a"), Job("d", "b", "c"), Job("e")],
    };

    [Theory]
    [InlineData("FailedJob", null, "b d", "the failed job and what did not run")]
    [InlineData("AfterFailedJob", null, "d", "what comes after it")]
    [InlineData("Start", null, "a b c d e", "everything")]
    [InlineData("c", null, "c d", "a job and what comes after it, whatever became of others")]
    [InlineData("b c", null, "b c d", "several jobs")]
    [InlineData("FailedJob", "d", "d", "only one of them")]
    [InlineData("Start", "a e", "a e", "only some")]
    [InlineData("FailedJob", "e", "", "nothing is left")]
    public void Of_RunsTheRightJobs(string from, string? only, string runs, string reason)
    {
        var plan = RestartPlan.Of(_network, Earlier("a Succeeded", "b Failed", "c Succeeded", "d NotRun", "e Succeeded"), null, from.Split(' '), only?.Split(' '));
        Assert.True(runs == string.Join(' ', plan.Jobs), reason);
        Assert.Equal(_network.Jobs.Select(job => job.Name).Except(plan.Jobs), plan.Done.Select(member => member.Key));
    }

    // What -Only leaves out is still to do; what somebody goes on behind counts as done.
    [Theory]
    [InlineData("FailedJob", null, "", "", "d e", "")]
    [InlineData("FailedJob", "b", "d e", "", "d e", "")]
    [InlineData("AfterFailedJob", null, "", "b e", "d", "b e")]
    [InlineData("AfterFailedJob", "c", "d", "b e", "d", "b e")]
    [InlineData("d", null, "e", "b", "d e", "b")]
    [InlineData("b", "b", "d e", "", "d e", "")]
    [InlineData("e", null, "b d", "", "b d e", "")]
    [InlineData("Start", "a e", "b d", "", "b d e", "")]
    public void Of_KnowsWhatIsStillToDo(string from, string? only, string left, string accepted, string then, string acceptedThen)
    {
        var plan = RestartPlan.Of(_network, Earlier("a Succeeded", "b Failed", "c Succeeded", "d Skipped", "e Failed"), null, from.Split(' '), only?.Split(' '));
        Assert.Equal((left, accepted), (string.Join(' ', plan.Left), string.Join(' ', plan.Accepted)));
        var rerun = Rerun.Read(plan.Rerun("arn").Input(null, null))!;
        Assert.Equal(plan.Left, rerun.Left);
        Assert.Equal(plan.Accepted, rerun.Accepted);

        // Of what it runs a and b go well.
        var traces = _network.Jobs.Select(job => $"{job.Name} {(!plan.Jobs.Contains(job.Name) || job.Name == "d" ? "Skipped" : job.Name == "e" ? "Failed" : "Succeeded")}").ToArray();
        var next = RestartPlan.Of(_network, Earlier(traces), rerun, [RestartPlan.FailedJob], null);
        Assert.Equal((then, acceptedThen), (string.Join(' ', next.Jobs), string.Join(' ', next.Accepted)));
        Assert.Empty(next.Left);
    }

    [Fact]
    public void Of_GoesOnAfterWhatFailed_AlsoBeforeItWasLeftOut()
    {
        var plan = RestartPlan.Of(_network, Earlier("a Succeeded", "b Failed", "c Succeeded", "d Skipped", "e Failed"), null, [RestartPlan.FailedJob], ["e"]);
        var next = RestartPlan.Of(_network, Earlier("a Skipped", "b Skipped", "c Skipped", "d Skipped", "e Failed"), plan.Rerun("arn"), [RestartPlan.AfterFailedJob], null);
        Assert.Equal(["d"], next.Jobs);
        Assert.Equal(["b", "e"], next.Accepted);
    }

    [Fact]
    public void Of_RunsWhatTheEarlierRunDidNotKnow_AndNotWhatItHadPassedOver()
    {
        var rerun = new Rerun("arn", JsonObject.Of(("a", JsonObject.Of(("Status", "Succeeded"), ("Result", 7)))));
        var plan = RestartPlan.Of(_network, Earlier("a NotRun", "b TimedOut", "c Succeeded"), rerun, [RestartPlan.FailedJob], null);
        Assert.Equal(["b", "d", "e"], plan.Jobs);
        Assert.Equal(JsonValue.Parse("""{"Status":"Succeeded","Result":7}"""), plan.Done["a"]);
    }

    [Fact]
    public void Of_RunsCleanUpAgainBehindWhatIsRunAgain_AndNothingThatWasNotNeeded()
    {
        var network = new JobNetwork { Name = "night", Jobs = [Job("a"), Job("b", "a"), Job("clean", "b") with { RunOn = JobRunOn.Always }, Job("mend", "a") with { RunOn = JobRunOn.Failure }] };
        var plan = RestartPlan.Of(network, Earlier("a Succeeded", "b Failed", "clean Succeeded", "mend Skipped"), null, [RestartPlan.FailedJob], null);
        Assert.Equal(["b", "clean"], plan.Jobs);
        Assert.Equal(JsonValue.Parse("""{"Status":"NotNeeded"}"""), plan.Done["mend"]); // conditions find what they did in the run before
        Assert.Empty(RestartPlan.Of(network, Earlier("a Succeeded", "b Succeeded", "clean Succeeded", "mend Skipped"), null, [RestartPlan.FailedJob], null).Jobs);
    }

    [Theory]
    [InlineData("FailedJob", "d", """{"a":{"Status":"Succeeded","ExitCode":4,"Output":"x"},"b":{"Status":"NotChosen"},"c":{"Status":"Succeeded"},"e":{"Status":"Succeeded"}}""", "a condition that failed")]
    [InlineData("AfterFailedJob", "", """{"a":{"Status":"Succeeded","ExitCode":4,"Output":"x"},"b":{"Status":"NotChosen"},"c":{"Status":"Succeeded"},"d":{"Status":"Succeeded","Failed":true},"e":{"Status":"Succeeded"}}""", "nothing is after it")]
    [InlineData("b", "b d", """{"a":{"Status":"Succeeded","ExitCode":4,"Output":"x"},"c":{"Status":"Succeeded"},"e":{"Status":"Succeeded"}}""", "one that was not chosen, by name")]
    public void Of_KeepsWhatExpressionsAskFor(string from, string runs, string done, string reason)
    {
        var network = _network with
        {
            Jobs = _network.Jobs.Select(job => job.Name switch
            {
                "a" => job with { Output = JobOutput.LastLine },
                "b" => job with { When = "jobs.a.ExitCode = 3" },
                "d" => job with { When = "jobs.a.Output = 'x' and jobs.c.Status" },
                _ => job,
            }).ToArray(),
        };
        var earlier = Earlier("a Succeeded", "b NotChosen", "c Succeeded", "d Failed", "e Succeeded").Select(trace => trace.JobName switch
        {
            "a" => trace with { Output = null, Result = new JobResult { ExitCode = 4, Output = "x" } },
            "b" or "d" => trace with { Starts = 0 },
            _ => trace with { Output = null },
        }).ToArray();
        var plan = RestartPlan.Of(network, earlier, null, [from], null);
        Assert.True(runs == string.Join(' ', plan.Jobs), reason);
        Assert.Equal(JsonValue.Parse(done), plan.Done);
    }

    [Fact]
    public void Of_LeavesAnIgnoredFailureAlone_UnlessItIsNamedOrComesAfterOneThatIsRun()
    {
        var earlier = Earlier("a Succeeded", "b Ignored", "c Failed", "d Skipped", "e Succeeded");
        var plan = RestartPlan.Of(_network, earlier, null, [RestartPlan.FailedJob], null);
        Assert.Equal(["c", "d"], plan.Jobs);
        Assert.Equal(JsonValue.Parse("""{"Status":"Ignored","Error":"ExecutionFailed"}"""), plan.Done["b"]);
        Assert.Equal(["b", "d"], RestartPlan.Of(_network, earlier, null, ["b"], null).Jobs);
        Assert.Equal(["a", "b", "c", "d"], RestartPlan.Of(_network, earlier, null, ["a"], null).Jobs);
    }

    [Fact]
    public void Of_NamesTheJobThatIsNotThere() =>
        Assert.Contains("'x' is no job of the network 'night'", Assert.Throws<ArgumentException>(() => RestartPlan.Of(_network, [], null, ["x"], null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("n", "n-restart-1")]
    [InlineData("n-restart-1", "n-restart-2")]
    [InlineData("n-restart-9", "n-restart-10")]
    [InlineData("n-restart-x", "n-restart-x-restart-1")]
    [InlineData("-restart-1", "-restart-1-restart-1")]
    public void NextName_CountsOn(string name, string next) => Assert.Equal(next, Rerun.NextName(name));

    [Fact]
    public void NextName_OfLongNames_FitsAndKeepsThemApart()
    {
        var names = new[] { "x", "y" }.Select(end => Rerun.NextName(new string('n', 79) + end)).ToArray();
        Assert.All(names, name => Assert.Equal(80, name.Length));
        Assert.NotEqual(names[0], names[1]);
    }

    [Theory]
    [InlineData("""{"role":"w"}""", """{"role":"w","Rerun":{"Of":"arn","Done":{}}}""")]
    [InlineData("""{"role":"w","Rerun":{"Of":"older","Done":{"a":1}}}""", """{"role":"w","Rerun":{"Of":"arn","Done":{}}}""")]
    [InlineData("null", """{"Rerun":{"Of":"arn","Done":{}}}""")]
    [InlineData("[1]", """{"Rerun":{"Of":"arn","Done":{}}}""")]
    public void Input_IsTheEarlierRuns(string earlier, string input) =>
        Assert.Equal(JsonValue.Parse(input), new Rerun("arn", JsonObject.Empty).Input(JsonValue.Parse(earlier), null));

    private static JobDefinition Job(string name, params string[] after) => Samples.Job(name, "true") with { After = after };

    private static JobTrace[] Earlier(params string[] jobs) => [.. jobs.Select(job => job.Split(' ')).Select(parts => new JobTrace
    {
        JobName = parts[0],
        Status = Enum.Parse<JobRunStatus>(parts[1]),
        Error = parts[1] == "Ignored" ? "ExecutionFailed" : null,
        Starts = parts[1] is "NotRun" or "Skipped" ? 0 : 1,
    })];
}
