using CsCheck;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Scenarios;

public sealed class RunJobScenarios
{
    private const string Full = """{"TaskToken":"parent","Tags":{"role":"x"},"Commands":["echo 1","false"],"WorkingDirectory":"/tmp","ExecutionTimeout":"300"}""";
    private static readonly RunJobStackOptions _options = new();
    private static readonly string[] _members = ["TaskToken", "Commands", "Tags", "WorkingDirectory", "ExecutionTimeout", "AttemptTimeoutSeconds", "Environment", "Secrets", "SuccessExitCodes", "ErrorNames", "Output", "Packing", "Attempt", "Trigger", "Extra"];
    private static readonly JsonObject _runJob = RunJobStack.Artefacts(Samples.Names).OfType<StateMachineArtefact>().First().Definition;

    private static readonly string[] _values =
    [
        "null", "true", "0", "60", "1.5", "\"\"", "\"60\"", "\"x\"", "[]", "{}", "[[]]", "[\"a\"]", "[\"a\",\"b\"]", "[\"a\",1]", "{\"k\":\"v\"}", "{\"75\":\"v\"}", "[0,3]", "\"Json\"", "\"gzip\"", "{\"k\":[\"v\"]}", "[{\"k\":\"v\"}]",
    ];

    private static readonly Gen<JsonValue> _anything = Gen.Int[0, _values.Length - 1].Select(index => JsonValue.Parse(_values[index]));

    private static readonly Gen<JsonValue> _input =
        from values in Gen.Select(_anything, Gen.Int[0, 2]).Array[_members.Length]
        from plain in Gen.Int[0, 15]
        from other in _anything
        select plain == 0 ? other : Input(values);

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
        Assert.Equal("""["{\"role\":\"x\"}"]""", parameters["Tags"]!.ToString());
        Assert.Equal("""["/tmp"]""", parameters["WorkingDirectory"]!.ToString());
        Assert.Equal("""["300"]""", parameters["ExecutionTimeout"]!.ToString());
        Assert.Equal(run.Tasks.Single(task => task.StateName == "Run job").TaskToken, ((JsonString)((JsonArray)parameters["TaskToken"]!)[0]).Value);
        Assert.Equal(["echo 1", "false"], Commands(run, "Run job"));
    }

    [Theory]
    [InlineData("Run job", 4, Full)]
    [InlineData("Run job alone", 2, """{"Tags":{"role":"x"},"Commands":["a"]}""")]
    public void RunJob_TakesFewStates_SinceAwsBillsThem(string work, int states, string input)
    {
        var run = new MachineRun().Succeeds(work, "{}").Run(_runJob, input);

        Assert.Equal("SUCCEEDED", run.Outcome!.Status);
        Assert.Equal(states, run.Entered.Count());
    }

    [Theory]
    [InlineData("""["{% 1 %}"]""", "an expression in the data is data")]
    [InlineData("""["echo {{ ssm:x }} {% $states %} %}"]""", "so is a parameter's name")]
    [InlineData("""["a","","b"]""", "an empty line")]
    [InlineData("""["é 日本 🙂 \u0000 \\ \" '"]""", "any text")]
    public void Commands_ReachTheDocumentUnchanged(string commands, string reason)
    {
        var run = new MachineRun().Run(_runJob, $$$"""{"Tags":{"role":"x"},"Commands":{{{commands}}}}""");

        Assert.True(((JsonArray)JsonValue.Parse(commands)).Cast<JsonString>().Select(line => line.Value).SequenceEqual(Commands(run, "Run job alone")), reason);
    }

    [Fact]
    public void Settings_ReachTheDocument()
    {
        var run = new MachineRun().Run(
            _runJob,
            """{"Tags":{"role":"x"},"Commands":["a"],"Environment":{"A":"it's {{x}}","B":1},"Secrets":{"S":"/a/b"},"SuccessExitCodes":[3],"ErrorNames":{"75":"Temporary"},"Output":"Json","NetworkName":"n","JobName":"j","Attempt":2,"Trigger":{"Name":"cron","DueTime":"2026-11-28T18:00:00Z"},"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn:aws:states:r:a:execution:m:run-1"}""");

        var parameters = (JsonObject)run.Parameters("Run job alone")["Parameters"]!;
        Assert.Equal("""["3"]""", parameters["SuccessExitCodes"]!.ToString());
        Assert.Equal("""["{\"75\":\"Temporary\"}"]""", parameters["ErrorNames"]!.ToString());
        Assert.Equal("""["Json"]""", parameters["Output"]!.ToString());
        var script = ((JsonString)((JsonArray)parameters["Commands"]!)[2]).Value;
        Assert.Equal(
            [
                "jobmgmt_secret S '/a/b' ap-northeast-1", @"export A='it'\''s {''{''x}}'", "export B='1'", "export JOBMGMT_NETWORK='n'", "export JOBMGMT_JOB='j'", "export JOBMGMT_RUN='run-1'", "export JOBMGMT_ATTEMPT='2'",
                "export JOBMGMT_TRIGGER='cron'", "export JOBMGMT_DUE_TIME='2026-11-28T18:00:00Z'",
            ],
            script.Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal) || line.StartsWith("jobmgmt_secret ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"Tags":{"role":"x"},"Commands":["a"]}""", """["."]""", """["3600"]""", "everything left out")]
    [InlineData("""{"Tags":{"role":"x"},"Commands":["a"],"WorkingDirectory":"","ExecutionTimeout":60}""", """["."]""", """["60"]""", "an empty directory and a number")]
    public void RunJob_RunsAlone_WithDefaults(string input, string directory, string timeout, string reason)
    {
        var run = new MachineRun().Run(_runJob, input);

        Assert.True(run.Outcome!.Status == "SUCCEEDED", reason);
        Assert.Equal(["Run job alone"], run.Tasks.Select(task => task.StateName));
        var parameters = (JsonObject)run.Parameters("Run job alone")["Parameters"]!;
        Assert.Equal(directory, parameters["WorkingDirectory"]!.ToString());
        Assert.Equal(timeout, parameters["ExecutionTimeout"]!.ToString());
    }

    [Theory]
    [InlineData("""{"TaskToken":"parent","Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":[],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":"ls","Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":[1],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls",1],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls",["x"]],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":[[]],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":[null],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":null,"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":["a\nJOBMGMT_END_OF_JOB","b"],"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":{"0":"ls"},"Tags":{"a":"b"}}""", "Commands")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"]}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{}}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":"a"}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":[{"a":"b"}]}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":1}}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b","c":["d"]}}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":null}}""", "Tags")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"WorkingDirectory":null}""", "WorkingDirectory")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"WorkingDirectory":["/"]}""", "WorkingDirectory")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":null}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":"abc"}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":""}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":0}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":60.5}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":172801}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ExecutionTimeout":["60"]}""", "ExecutionTimeout")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"AttemptTimeoutSeconds":"9"}""", "AttemptTimeoutSeconds")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"AttemptTimeoutSeconds":0}""", "AttemptTimeoutSeconds")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"AttemptTimeoutSeconds":1.5}""", "AttemptTimeoutSeconds")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"AttemptTimeoutSeconds":100000000}""", "AttemptTimeoutSeconds")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Environment":[]}""", "Environment")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Environment":{"1A":"x"}}""", "Environment")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Environment":{"JOBMGMT_RUN":"x"}}""", "Environment")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Environment":{"UID":"x"}}""", "Environment")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Environment":{"A":"\u0000"}}""", "Environment")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Environment":{"A":"x","B=":"x"}}""", "Environment")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Secrets":"x"}""", "Secrets")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Secrets":{"A":1}}""", "Secrets")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Secrets":{"A":"/x y"}}""", "Secrets")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Secrets":{"A-B":"/x"}}""", "Secrets")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"SuccessExitCodes":0}""", "SuccessExitCodes")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"SuccessExitCodes":[]}""", "SuccessExitCodes")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"SuccessExitCodes":[0,194]}""", "SuccessExitCodes")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"SuccessExitCodes":[256]}""", "SuccessExitCodes")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"SuccessExitCodes":[1.5]}""", "SuccessExitCodes")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"SuccessExitCodes":["0"]}""", "SuccessExitCodes")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":[]}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":{"x":"A"}}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":{"194":"A"}}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":{"1":"States.Timeout"}}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":{"1":""}}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":{"1":"{{a}}"}}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"ErrorNames":{"256":"A"}}""", "ErrorNames")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Output":"All"}""", "Output")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Output":["Json"]}""", "Output")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Packing":"zip"}""", "Packing")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Attempt":"x"}""", "Attempt")]
    [InlineData("""{"TaskToken":"parent","Commands":["ls"],"Tags":{"a":"b"},"Attempt":0}""", "Attempt")]
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

    [Theory]
    [InlineData('a', 100_000)]
    [InlineData('\u65e5', 61_000)]
    [InlineData('\u65e5', 80_000)]
    public void RunJob_AnswersWithTheFault_WhenItsCommandsAreTooLong(char letter, int length)
    {
        var run = new MachineRun().Run(_runJob, $$"""{"TaskToken":"parent","Tags":{"role":"x"},"Commands":["{{new string(letter, length)}}"]}""");

        Assert.Equal("InvalidJobInput", run.Outcome!.Error);
        Assert.StartsWith("{\"Message\":\"Commands, Tags, WorkingDirectory, Environment, Secrets, ErrorNames and Item are too long", run.Outcome.Cause, StringComparison.Ordinal);
        Assert.Equal(["Callback failure"], run.Tasks.Select(task => task.StateName));
    }

    [Theory]
    [InlineData("\U0001f642", 59_700)]
    [InlineData("\"", 29_700)]
    public void RunJob_LeavesTheRestToSsm_WhenItsCommandsAreLong(string letter, int length)
    {
        var line = string.Concat(Enumerable.Repeat(letter, length));
        var input = JsonObject.Of(("Tags", JsonObject.Of(("role", line.Substring(0, 100)))), ("Commands", new JsonArray([line]))).ToString();

        Assert.Equal("SUCCEEDED", new MachineRun().Run(_runJob, input).Outcome!.Status);
    }

    [Fact]
    public void RunJob_EndsByItsOwnStates_WhateverItsInput() => _input.Sample(
        input =>
        {
            var run = new MachineRun().Run(_runJob, input.ToString());
            if (run.Outcome!.Status == "SUCCEEDED")
            {
                Assert.Contains(run.Tasks, task => task.StateName.StartsWith("Run job", StringComparison.Ordinal));
            }
            else
            {
                Assert.Equal("InvalidJobInput", run.Outcome.Error);
                Assert.Equal(input is JsonObject given && given["TaskToken"] is JsonString, run.Tasks.Any(task => task.StateName == "Callback failure"));
            }
        },
        iter: 1_000);

    [Theory]
    [InlineData(null, null, "ExecutionFailed", """{"Message":"The job failed, and nobody said why."}""")]
    [InlineData("", "", "ExecutionFailed", """{"Message":"The job failed, and nobody said why."}""")]
    [InlineData("E", null, "E", """{"Message":"The job failed, and nobody said why."}""")]
    [InlineData(null, "why", "ExecutionFailed", "why")]
    [InlineData("Ssm.X", "{odd", "Ssm.X", """{"Message":"{odd"}""")]
    [InlineData("Ssm.X", """{"a":1}""", "Ssm.X", """{"a":1}""")]
    [InlineData("States.Permissions", "line\n\"two\"", "States.Permissions", """{"Message":"line\n\"two\""}""")]
    [InlineData("SsmX", "text", "SsmX", "text")]
    public void Failure_HasAnErrorAndACause(string? error, string? cause, string told, string why)
    {
        var run = new MachineRun().Fails("Run job", error, cause).Run(_runJob, Full);

        Assert.Equal((told, why), (run.Outcome!.Error, run.Outcome.Cause));
        Assert.Equal(JsonObject.Of(("Error", told), ("Cause", why), ("TaskToken", "parent")), run.Parameters("Callback failure"));
        Assert.Equal(["Check input", "Ask the network", "Run job", "Callback failure", "Fail"], run.Entered);
    }

    [Fact]
    public void Cause_FitsTheCallback_WhenAwsSaysMuch()
    {
        var run = new MachineRun().Fails("Run job", "Ssm.X", new string('"', 32_000), submitted: false).Run(_runJob, Full);

        Assert.InRange(run.Outcome!.Cause!.Length, 30_000, 32_768);
    }

    [Theory]
    [InlineData("""{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("\"te\\\"xt\"", "\"\\\"te\\\\\\\"xt\\\"\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("[1,[2]]", "\"[1,[2]]\"")]
    [InlineData("[]", "\"[]\"")]
    public void Result_IsToldAsJson(string result, string output)
    {
        var run = new MachineRun().Succeeds("Run job", result).Run(_runJob, Full);

        Assert.Equal(output, run.Parameters("Callback success")["Output"]!.ToString());
        Assert.Equal(result, run.Outcome!.Output!.ToString());
    }

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

    // A member is right, anything, or left out.
    private static JsonObject Input((JsonValue Value, int Kind)[] values)
    {
        var right = (JsonObject)JsonValue.Parse(Full);
        return JsonObject.Of(_members.Select((member, i) => (member, values[i].Kind switch { 0 => right[member], 1 => values[i].Value, _ => (JsonValue?)null })).ToArray());
    }

    private static IEnumerable<string> Commands(MachineRun run, string state) =>
        ((JsonArray)((JsonObject)run.Parameters(state)["Parameters"]!)["Commands"]!).Cast<JsonString>().Select(line => line.Value).Skip(1).SkipLast(1);
}
