using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

/// <summary>Networks whose jobs are networks: what the one that is a job gets, and what the other makes of its end.</summary>
public sealed class NestedScenarios
{
    private const string Child = "arn:aws:states:ap-northeast-1:123456789012:execution:JobNetwork-load:x";

    private static readonly JobNetwork _night = new()
    {
        Name = "night",
        Jobs =
        [
            Samples.Job("get", "true") with { After = [] },
            new JobDefinition { Name = "load it", Network = "load", After = ["get"] },
            Samples.Job("tell", "true") with { After = ["load it"] },
        ],
    };

    [Theory]
    [InlineData("""{"role":"w"}""", """{"role":"w"}""", "null", "the tags of the run")]
    [InlineData("""{"tags":{"role":"w"},"Rerun":{"Done":{}}}""", """{"role":"w"}""", "null", "it continues a run in which the network had not begun")]
    [InlineData(
        """{"role":"w","Rerun":{"Done":{},"Nested":{"load it":{"Of":"arn","Done":{"a":{"Status":"Succeeded"}}},"other":{}}}}""",
        """{"role":"w"}""", """{"Of":"arn","Done":{"a":{"Status":"Succeeded"}}}""", "what an earlier run of the network had done")]
    [InlineData("""{"role":"w","Rerun":{"Nested":[{"load it":1}]}}""", """{"role":"w"}""", "null", "anything may be in an input")]
    public void TheNetwork_GetsTagsAndWhatItIsToPassOver(string input, string tags, string rerun, string why)
    {
        var run = new MachineRun().Run(NetworkCompiler.Compile(_night, Samples.Names), input);
        Assert.True(run.Outcome!.Status == "SUCCEEDED", why);
        var given = (JsonObject)run.Parameters("load it")["Input"]!;
        Assert.Equal((tags, rerun), (given["tags"]!.ToString(), given["Rerun"]!.ToString()));
        Assert.Equal("\"arn:aws:states:ap-northeast-1:123456789012:stateMachine:JobNetwork-load\"", run.Parameters("load it")["StateMachineArn"]!.ToString());
        Assert.Equal("get", Assert.IsType<JsonString>(Assert.IsType<JsonArray>(given["After"])[0]).Value);
    }

    [Fact]
    public void ItsTagsAndParameters_AreGivenAsTheyAre()
    {
        var job = new JobDefinition
        {
            Name = "load it", Network = "load", Tag = new Dictionary<string, string> { ["role"] = "x" }, Parameter = new Dictionary<string, string> { ["day"] = "{% 1 + 1 %}", ["x"] = "%} \"", ["é"] = "" },
        };
        var given = (JsonObject)new MachineRun().Run(NetworkCompiler.Compile(_night with { Jobs = [job] }, Samples.Names), "{}").Parameters("load it")["Input"]!;
        Assert.Equal("""{"role":"x"}""", given["tags"]!.ToString());
        Assert.Equal(JsonValue.Parse("""{"day":2,"x":"%} \"","é":""}"""), given["Parameters"]);
    }

    [Theory]
    [InlineData("{}", """{"role":"own"}""", """{"role":"own"}""")]
    [InlineData("""{"role":"run"}""", """{"role":"own"}""", """{"role":"run"}""")]
    [InlineData("{}", null, "{}")]
    [InlineData("7", null, "{}")]
    [InlineData("""{"tags":{}}""", null, "{}")]
    [InlineData("""{"tags":{"role":"run"}}""", null, """{"role":"run"}""")]
    public void WithoutACommand_NoTagsAreNeeded(string input, string? own, string tags)
    {
        var network = new JobNetwork
        {
            Name = "night", Jobs = [new JobDefinition { Name = "a", Network = "load" }],
            Tag = own is null ? null : new Dictionary<string, string> { ["role"] = "own" },
        };
        var definition = NetworkCompiler.Compile(network, Samples.Names);
        var run = new MachineRun().Run(definition, input);
        Assert.Equal(("SUCCEEDED", tags), (run.Outcome!.Status, ((JsonObject)run.Parameters("a")["Input"]!)["tags"]!.ToString()));
        Assert.True(NetworkReader.TryRead(definition, "night", out var read, out _));
        Assert.Equivalent(network, read, strict: true);
    }

    [Theory]
    [InlineData("""{"tags":{"role":"w"},"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:x","Rerun":null}""", """{"role":"w"}""")]
    [InlineData("""{"role":"w","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:x"}""", """{"role":"w"}""")]
    [InlineData("""{"role":"w","Rerun":{"Done":{}}}""", """{"role":"w"}""")]
    public void WhoStartedARun_IsNoTagOfItsWorkers(string input, string tags) => Assert.Equal(
        tags, ((JsonObject)new MachineRun().Run(NetworkCompiler.Compile(Samples.Example, Samples.Names), input).Parameters("Job 1")["Input"]!)["Tags"]!.ToString());

    [Fact]
    public void EachAttempt_IsARunOfItsOwn_WhoseNameSaysWhoseItIs()
    {
        var network = _night with { Jobs = [_night.Jobs[1] with { After = null, Retry = [new JobRetryPolicy { MaxAttempts = 2, Interval = 1 }] }, new JobDefinition { Name = "b", Network = "load" }] };
        var run = new MachineRun().Fails("load it", "States.TaskFailed", End("FAILED", "E", "c")).Run(NetworkCompiler.Compile(network with { FailFast = false }, Samples.Names), "{}");
        var names = run.Tasks.Where(task => task.StateName == "load it").Select(task => ((JsonString)((JsonObject)task.Parameters)["Name"]!).Value).ToArray();
        Assert.Equal(3, names.Distinct().Count());
        Assert.All(names, (name, i) => Assert.Matches($"^[^ ]{{1,40}}-job-1-{i + 1}-[0-9a-f]{{16}}$", name));
    }

    [Theory]
    [InlineData("FAILED", "JobsFailed", """{"FailedJobs":["a","sub/b"],"Causes":[]}""", false, "JobNetworkFailed", "ended as FAILED; of its jobs failed: a, sub/b.", "its jobs have sent their alerts")]
    [InlineData("FAILED", "NoWorkerTag", """{"FailedJobs":[""],"Causes":[]}""", false, "JobNetworkFailed", "failed: its input.", "so has its input")]
    [InlineData("FAILED", "JobsNotRun", """{"FailedJobs":[],"Causes":[]}""", true, "JobNetworkFailed", "ended as FAILED.", "nothing failed, and nobody told anybody")]
    [InlineData("FAILED", "JobsLeftOut", """{"Message":"It leaves out b.","FailedJobs":[],"LeftJobs":["b"]}""", false, "JobNetworkFailed", "ended as FAILED; left to do: b.", "somebody wanted only some of its jobs")]
    [InlineData("FAILED", "States.Runtime", "An error at /x", true, "JobNetworkFailed", "ended as FAILED.", "it broke")]
    [InlineData("FAILED", "E", "{no json", true, "States.TaskFailed", "", "its cause is none of ours")]
    [InlineData("FAILED", null, null, true, "JobNetworkFailed", "ended as FAILED.", "it says nothing")]
    [InlineData("ABORTED", "JobCancelled", "Stopped.", true, "JobNetworkFailed", "ended as ABORTED.", "it was stopped")]
    [InlineData("TIMED_OUT", null, null, true, "JobNetworkFailed", "ended as TIMED_OUT.", "its own time was over")]
    public void ItsFailure_IsTheJobs_AndAlertedOnceOnly(string status, string? error, string? cause, bool alerts, string becomes, string message, string why)
    {
        var run = new MachineRun()
            .Fails("load it", "States.TaskFailed", End(status, error, cause))
            .Succeeds("Read network 2", End(status, error, cause))
            .Run(NetworkCompiler.Compile(_night, Samples.Names), """{"role":"w"}""");
        Assert.Equal(("FAILED", becomes), (run.Outcome!.Status, run.Outcome.Error));
        Assert.Contains(message, run.Outcome.Cause, StringComparison.Ordinal);
        Assert.True(alerts == run.Entered.Contains("Alert for job 2"), why);
        Assert.Equal($"\"{Child}\"", run.Parameters("Read network 2")["ExecutionArn"]!.ToString());
        Assert.DoesNotContain("tell", run.Entered);
    }

    [Theory]
    [InlineData("StepFunctions.StateMachineDoesNotExistException", "State Machine Does Not Exist: 'arn:…' (Service: AWSStepFunctions; …)")]
    [InlineData("StepFunctions.AccessDeniedException", null)]
    [InlineData("States.Timeout", null)]
    [InlineData(null, "7")]
    public void OneThatCouldNotBeStarted_IsAlertedAndRead_AsItIs(string? error, string? cause)
    {
        var run = new MachineRun().Fails("load it", error, cause, submitted: false).Run(NetworkCompiler.Compile(_night, Samples.Names), """{"role":"w"}""");
        Assert.Equal(("FAILED", error ?? "ExecutionFailed"), (run.Outcome!.Status, run.Outcome.Error));
        Assert.Contains("Alert for job 2", run.Entered);
        Assert.DoesNotContain(run.Tasks, task => task.StateName == "Read network 2");
    }

    [Fact]
    public void OneWhoseEndCantBeRead_IsAlerted()
    {
        var run = new MachineRun()
            .Fails("load it", "States.TaskFailed", End("FAILED", "JobsFailed", """{"FailedJobs":["a"]}"""))
            .Fails("Read network 2", "Sfn.AccessDeniedException", "no", submitted: false)
            .Run(NetworkCompiler.Compile(_night, Samples.Names), """{"role":"w"}""");
        Assert.Equal("States.TaskFailed", run.Outcome!.Error);
        Assert.Contains("Alert for job 2", run.Entered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ANetworkThatIsAJob_NamesItsFailedJobs_AlsoASingleOne_DownToTheLeaves(bool failFast)
    {
        var run = new MachineRun()
            .Fails("load it", "States.TaskFailed", End("FAILED", "JobsFailed", """{"FailedJobs":["a","sub/b"]}"""))
            .Succeeds("Read network 2", End("FAILED", "JobsFailed", """{"FailedJobs":["a","sub/b"]}"""))
            .Run(NetworkCompiler.Compile(_night with { FailFast = failFast }, Samples.Names), """{"tags":{"role":"w"},"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:x","Rerun":null}""");
        var cause = (JsonObject)JsonValue.Parse(run.Outcome!.Cause!);
        Assert.Equal("""["load it/a","load it/sub/b"]""", cause["FailedJobs"]!.ToString());

        var single = new MachineRun().Fails("get", "ExecutionFailed", "c").Run(NetworkCompiler.Compile(_night with { FailFast = failFast }, Samples.Names), """{"tags":{"role":"w"},"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:x","Rerun":null}""");
        Assert.Equal("ExecutionFailed", single.Outcome!.Error);
        Assert.Equal("""["get"]""", ((JsonObject)JsonValue.Parse(single.Outcome.Cause!))["FailedJobs"]!.ToString());
    }

    [Theory]
    [InlineData("""{"StateMachineArn":"arn:aws:states:eu-west-1:1:stateMachine:dev-JobNetwork-load","Input":{"tags.$":"$.tags","AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$":"$$.Execution.Id"}}""", true)]
    [InlineData("""{"StateMachineArn":"arn:aws:states:eu-west-1:1:stateMachine:JobNetwork-load"}""", true)]
    [InlineData("""{"StateMachineArn":"arn:aws:states:eu-west-1:1:stateMachine:JobNetwork-load","Input":{"file":"x"}}""", false)]
    [InlineData("""{"StateMachineArn":"arn:aws:states:eu-west-1:1:stateMachine:JobNetwork-load:3"}""", false)]
    [InlineData("""{"StateMachineArn":"arn:aws:states:eu-west-1:1:stateMachine:Other"}""", false)]
    public void AMachineMadeByHand_ReadsAsOne_WhereItGivesNothingElse(string parameters, bool isRead)
    {
        var asl = (JsonObject)JsonValue.Parse($$"""
            {"StartAt":"one","States":{"one":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{{parameters}},"End":true} } }
            """);
        Assert.Equal(isRead, NetworkReader.TryRead(asl, "n", out var network, out _));
        Assert.Equal(isRead ? "load" : null, network?.Jobs[0].Network);
    }

    private static string End(string status, string? error, string? cause) => JsonObject.Of(
        ("Cause", cause is null ? null : (JsonValue)cause), ("Error", error is null ? null : (JsonValue)error), ("ExecutionArn", Child),
        ("Input", JsonObject.Of(("Rerun", JsonObject.Of(("ExecutionArn", "arn:other"), ("Status", "FAILED"))))), ("Status", status)).ToString();
}
