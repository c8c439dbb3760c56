using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class RunJobScenarios
{
    private const string Full = """{"TaskToken":"parent","Tags":{"role":"x"},"Commands":["echo 1","false"],"WorkingDirectory":"/tmp","ExecutionTimeout":"300"}""";
    private static readonly RunJobStackOptions _options = new();
    private static readonly JsonObject _runJob = RunJobStack.Artefacts(Samples.Names).OfType<StateMachineArtefact>().First().Definition;

    [Fact]
    public void RunJob_StartsTheDocumentAndAnswers()
    {
        var run = new MachineRun().Succeeds("Run job", """{"Status":"Success"}""").Run(_runJob, Full);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal("""{"Status":"Success"}""", run.Outcome.Output!.ToString());
        Assert.Equal("""{"Output":{"Status":"Success"},"TaskToken":"parent"}""", run.Parameters("Callback success").ToString());
        var sent = run.Parameters("Run job");
        Assert.Equal("\"RunShellScriptOnOneInstance\"", sent["DocumentName"]!.ToString());
        Assert.Matches("^\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"$", sent["ClientToken"]!.ToString());
        var parameters = (JsonObject)sent["Parameters"]!;
        Assert.Equal("""[{"role":"x"}]""", parameters["Tags"]!.ToString());
        Assert.Equal("""["/tmp"]""", parameters["WorkingDirectory"]!.ToString());
        Assert.Equal("""["300"]""", parameters["ExecutionTimeout"]!.ToString());
        Assert.Equal(run.Tasks.Single(task => task.StateName == "Run job").TaskToken, ((JsonString)((JsonArray)parameters["TaskToken"]!)[0]).Value);
        Assert.Equal(["echo 1", "false"], ((JsonArray)parameters["Commands"]!).Cast<JsonString>().Select(line => line.Value).Skip(1).SkipLast(1));
    }

    [Theory]
    [InlineData("""{"Tags":{"role":"x"},"Commands":["a"]}""", """["."]""", """["3600"]""", "everything left out")]
    [InlineData("""{"Tags":{"role":"x"},"Commands":["a"],"WorkingDirectory":"","ExecutionTimeout":60}""", """["."]""", """["60"]""", "an empty directory and a number")]
    public void RunJob_RunsAlone_WithDefaults(string input, string directory, string timeout, string reason)
    {
        var run = new MachineRun().Run(_runJob, input);

        Assert.True(run.Outcome!.Status == "SUCCEEDED", reason);
        Assert.Equal(["Run job"], run.Tasks.Select(task => task.StateName));
        var parameters = (JsonObject)run.Parameters("Run job")["Parameters"]!;
        Assert.Equal(directory, parameters["WorkingDirectory"]!.ToString());
        Assert.Equal(timeout, parameters["ExecutionTimeout"]!.ToString());
    }

    [Theory]
    [InlineData("""{"TaskToken":"parent"}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":[],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":"ls","Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":[1],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":null,"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"]}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{}}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":"a"}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":[{"a":"b"}]}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"WorkingDirectory":null}""", "WorkingDirectory")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":null}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"AttemptTimeoutSeconds":"9"}""", "AttemptTimeoutSeconds")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"AttemptTimeoutSeconds":0}""", "AttemptTimeoutSeconds")]
    public void RunJob_AnswersWithTheFault_WhenItsInputIsNotUsable(string input, string member)
    {
        var run = new MachineRun().Run(_runJob, input);

        Assert.Equal("InvalidJobInput", run.Outcome!.Error);
        Assert.StartsWith("{\"Message\":\"" + member, run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal("\"InvalidJobInput\"", run.Parameters("Callback failure")["Error"]!.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public void RunJob_Fails_WhenItsInputIsNoObject(string input) => Assert.Equal("InvalidJobInput", new MachineRun().Run(_runJob, input).Outcome!.Error);

    [Fact]
    public void RunJob_TriesAgainForAWorker_ThenAnswersWorkerBusy()
    {
        var run = new MachineRun().Fails("Run job", "WorkerBusy", "{}").Run(_runJob, Full);

        Assert.Equal("WorkerBusy", run.Outcome!.Error);
        Assert.Equal(3, run.Tasks.Count(task => task.StateName == "Run job"));
        Assert.Equal(300, run.Elapsed.TotalSeconds);
        Assert.Equal(3, run.Tasks.Where(task => task.StateName == "Run job").Select(task => ((JsonObject)task.Parameters)["ClientToken"]!.ToString()).Distinct().Count());
    }

    [Fact]
    public void RunJob_AnswersPlainTextAsJson_WhenAwsRefusesTheStart()
    {
        var run = new MachineRun().Fails("Run job", "Ssm.InvalidAutomationExecutionParametersException", "say \"no\"", submitted: false).Run(_runJob, Full);

        Assert.Equal("""{"Message":"say \"no\""}""", run.Outcome!.Cause);
        Assert.Equal("Ssm.InvalidAutomationExecutionParametersException", run.Outcome.Error);
    }

    [Fact]
    public void RunJob_StopsTheAutomationAndAnswers_WhenItDoesNotAnswerInTime()
    {
        const string history = """
            {"Events":[{"Id":9,"Type":"TaskTimedOut"},{"Id":7,"Type":"TaskSubmitted","TaskSubmittedEventDetails":{"Output":"{\"AutomationExecutionId\":\"auto-2\"}"}},
                       {"Id":5,"Type":"TaskSubmitted","TaskSubmittedEventDetails":{"Output":"{\"AutomationExecutionId\":\"auto-1\"}"}}]}
            """;
        var run = new MachineRun().Hangs("Run job").Succeeds("Find the automation", history).Run(
            _runJob, """{"TaskToken":"parent","Tags":{"role":"x"},"Commands":["a"],"AttemptTimeoutSeconds":77}""");

        Assert.Equal("States.Timeout", run.Outcome!.Error);
        Assert.Equal("""{"AutomationExecutionId":"auto-2","Type":"Cancel"}""", run.Parameters("Stop the automation").ToString());
        Assert.Equal(77, run.Elapsed.TotalSeconds);
        Assert.Contains("no answer within AttemptTimeoutSeconds", ((JsonString)run.Parameters("Callback failure")["Cause"]!).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Events":[]}""")]
    [InlineData("""{"Events":[{"Id":5,"Type":"TaskSubmitted","TaskSubmittedEventDetails":{"Output":"{}"}}]}""")]
    public void RunJob_Answers_WhenItsAutomationIsNotKnown(string history)
    {
        var run = new MachineRun().Hangs("Run job").Succeeds("Find the automation", history).Run(_runJob, Full);

        Assert.Equal("States.Timeout", run.Outcome!.Error);
        Assert.Equal(new JobTimeouts(172_800, _options).Attempt, run.Elapsed.TotalSeconds);
        Assert.Contains("Callback failure", run.Entered);
        Assert.DoesNotContain("Stop the automation", run.Entered);
    }

    [Theory]
    [InlineData("Find the automation")]
    [InlineData("Stop the automation")]
    public void RunJob_Answers_WhenStoppingFails(string state)
    {
        var run = new MachineRun().Hangs("Run job")
            .Succeeds(state == "Find the automation" ? "" : "Find the automation", """{"Events":[{"Type":"TaskSubmitted","TaskSubmittedEventDetails":{"Output":"{\"AutomationExecutionId\":\"a\"}"}}]}""")
            .Fails(state, "Sfn.SfnException", "no", submitted: false).Run(_runJob, Full);

        Assert.Equal("States.Timeout", run.Outcome!.Error);
        Assert.Contains("Callback failure", run.Entered);
    }

    [Fact]
    public void RunJob_DoesNotRunTheJob_WhenItsNetworkHasEnded()
    {
        var run = new MachineRun().Fails("Ask the network", "Sfn.TaskTimedOutException", "gone", submitted: false).Run(_runJob, Full);

        Assert.Equal("JobNetworkEnded", run.Outcome!.Error);
        Assert.Equal(["Ask the network"], run.Tasks.Select(task => task.StateName));
    }

    [Fact]
    public void RunJob_RunsTheJob_WhenItsNetworkCannotBeAsked() =>
        Assert.Equal("SUCCEEDED", new MachineRun().Fails("Ask the network", "Sfn.SfnException", "slow", submitted: false).Run(_runJob, Full).Outcome!.Status);

    [Fact]
    public void RunJob_StaysGood_WhenNobodyWaitsAnyMore()
    {
        var run = new MachineRun().Fails("Callback success", "Sfn.TaskTimedOutException", "gone", submitted: false).Run(_runJob, Full);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Single(run.Tasks, task => task.StateName == "Callback success");
    }

    [Fact]
    public void RunJob_KeepsTryingToAnswer_WhenItIsThrottled()
    {
        var run = new MachineRun().Fails("Callback success", "Sfn.SfnException", "slow", submitted: false).Fails("Callback success", "Sfn.SfnException", "slow", submitted: false)
            .Succeeds("Callback success", "{}").Run(_runJob, Full);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(3, run.Tasks.Count(task => task.StateName == "Callback success"));
    }

    [Fact]
    public void RunJob_SaysThatItsAnswerWasLost_WhenItNeverGetsThrough()
    {
        var run = new MachineRun().Fails("Callback success", "Sfn.SfnException", "down", submitted: false).Run(_runJob, Full);

        Assert.Equal("CallbackLost", run.Outcome!.Error);
        Assert.InRange(run.Elapsed.TotalSeconds, 0, JobTimeouts.Answer);
    }

    [Fact]
    public void RunJob_EndsWithTheJobsFailure_WhenNobodyWaitsForIt()
    {
        var run = new MachineRun().Fails("Run job", "ExecutionFailed", "{}").Fails("Callback failure", "Sfn.InvalidTokenException", "gone", submitted: false).Run(_runJob, Full);

        Assert.Equal(("ExecutionFailed", "{}"), (run.Outcome!.Error, run.Outcome.Cause));
    }
}
