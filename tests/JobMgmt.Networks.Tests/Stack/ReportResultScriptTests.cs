using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Stack;

public sealed class ReportResultScriptTests
{
    private const string Command = "11111111-2222-3333-4444-555555555555";
    private const string Success = "stepfunctions:send_task_success";
    private const string Failure = "stepfunctions:send_task_failure";
    private const string Selected = """{"outcome":["Selected"],"instanceId":["i-1"],"message":[""]}""";

    [PythonFact]
    public void Success_CarriesIdsAndLogNames()
    {
        var run = Run(Selection(Selected), Step("Success", $$"""{"CommandId":["{{Command}}"],"Status":["Success"],"ResponseCode":["0"],"Output":["secret"]}"""));

        Assert.Equal("the-token", Text(PythonScript.Arguments(run, Success)["taskToken"]));
        Assert.Equal(
            JsonValue.Parse($$$"""
            {"AutomationExecutionURL":"https://ap-northeast-1.console.aws.amazon.com/systems-manager/automation/execution/auto-1?region=ap-northeast-1",
             "AutomationExecutionId":"auto-1","InstanceId":"i-1","CommandId":"{{{Command}}}","Status":"Success","ResponseCode":0,"LogGroupName":"/jobmgmt/jobs",
             "LogStreamNames":{"Stdout":"{{{Command}}}/i-1/aws-runShellScript/stdout","Stderr":"{{{Command}}}/i-1/aws-runShellScript/stderr"},
             "CommandResult":{"Status":"Success","ResponseCode":0,"CommandId":"{{{Command}}}"}}
            """),
            JsonValue.Parse(Text(PythonScript.Arguments(run, Success)["output"])));
    }

    [PythonFact]
    public void Failure_CarriesTheExitCode_AndNoOutput()
    {
        var run = Run(
            Selection(Selected),
            Step("Failed", $$"""{"CommandId":["{{Command}}"],"Status":["Failed"],"ResponseCode":["7"],"Output":["secret"]}""", "Output=[secret]"),
            """ "ssm:get_command_invocation":[{"Status":"Failed","StatusDetails":"Failed","ResponseCode":7}] """);

        Assert.Equal("ExecutionFailed", Text(PythonScript.Arguments(run, Failure)["error"]));
        var cause = Cause(run);
        Assert.Equal("The command ended with exit code 7 on i-1.", Text(cause["Message"]));
        Assert.Equal(7, ((JsonNumber)((JsonObject)cause["CommandResult"]!)["ResponseCode"]!).ToDouble());
        Assert.DoesNotContain("secret", run.ToString(), StringComparison.Ordinal);
    }

    [PythonFact]
    public void Failure_FindsTheCommand_WhenTheStepHasNoOutputs()
    {
        var run = Run(
            Selection(Selected),
            Step("TimedOut", "{}"),
            $$$"""
            "ssm:list_commands":[{"Commands":[{"CommandId":"other","Comment":""},{"CommandId":"{{{Command}}}","Comment":"auto-1"}]}],
            "ssm:get_command_invocation":[{"Status":"TimedOut","StatusDetails":"DeliveryTimedOut","ResponseCode":-1}]
            """);

        Assert.Equal("The command did not reach i-1 in time.", Text(Cause(run)["Message"]));
        Assert.Equal(Command, Text(Cause(run)["CommandId"]));
    }

    [PythonFact]
    public void Failure_KeepsTheStepsMessage_WhenTheCommandWasNotSent()
    {
        var run = Run(Selection(Selected), Step("Failed", "{}", "InvalidInstanceId: no"), """ "ssm:list_commands":[{"Commands":[]}] """);

        Assert.Equal("InvalidInstanceId: no", Text(Cause(run)["Message"]));
        Assert.Null(Cause(run)["CommandId"]);
    }

    [PythonTheory]
    [InlineData("ExecutionTimedOut", """{"PingStatus":"ConnectionLost","LastPingDateTime":"2026-11-28"}""", "WorkerLost", "ConnectionLost")]
    [InlineData("ExecutionTimedOut", """{"PingStatus":"Online"}""", "ExecutionFailed", null)]
    [InlineData("ExecutionTimedOut", "", "WorkerLost", "Gone")]
    [InlineData("Undeliverable", "", "ExecutionFailed", "Gone")]
    public void Failure_TellsWhetherTheWorkerIsLost(string details, string node, string error, string? status)
    {
        var run = Run(
            Selection(Selected),
            Step("TimedOut", "{}"),
            $$$"""
            "ssm:list_commands":[{"Commands":[{"CommandId":"{{{Command}}}","Comment":"auto-1"}]}],
            "ssm:get_command_invocation":[{"Status":"TimedOut","StatusDetails":"{{{details}}}","ResponseCode":-1}],
            "ssm:describe_instance_information":[{"InstanceInformationList":[{{{node}}}]}]
            """);

        Assert.Equal(error, Text(PythonScript.Arguments(run, Failure)["error"]));
        Assert.Equal(status, (Cause(run)["WorkerStatus"] as JsonString)?.Value);
    }

    [PythonTheory]
    [InlineData("ExecutionTimedOut", "Online", "TooSlow")]
    [InlineData("ExecutionTimedOut", "ConnectionLost", "WorkerLost")]
    [InlineData("DeliveryTimedOut", "Online", "ExecutionFailed")]
    public void ExecutionTimeout_HasTheNameOf124(string details, string ping, string error)
    {
        var run = RunWith(
            Execution(Selection(Selected), Step("TimedOut", "{}")),
            $$$"""
            "ssm:list_commands":[{"Commands":[{"CommandId":"{{{Command}}}","Comment":"auto-1"}]}],
            "ssm:get_command_invocation":[{"Status":"TimedOut","StatusDetails":"{{{details}}}","ResponseCode":137}],
            "ssm:describe_instance_information":[{"InstanceInformationList":[{"PingStatus":"{{{ping}}}"}]}]
            """,
            false,
            "[{}]",
            errorNames: """{"124":"TooSlow","137":"Killed"}""");

        Assert.Equal(error, Text(PythonScript.Arguments(run, Failure)["error"]));
    }

    [PythonFact]
    public void NoWorker_IsWorkerBusy()
    {
        var run = Run(Selection("""{"outcome":["NoWorker"],"instanceId":[""],"message":["No worker."]}"""), null);

        Assert.Equal("WorkerBusy", Text(PythonScript.Arguments(run, Failure)["error"]));
        Assert.Equal("No worker.", Text(Cause(run)["Message"]));
    }

    [PythonFact]
    public void BrokenSelection_IsWorkerSelectionFailed_WithItsCause()
    {
        var run = Run("""{"StepName":"getInstanceId","StepStatus":"Failed","FailureMessage":"Traceback"}""", Step("Pending", "{}"));

        Assert.Equal("WorkerSelectionFailed", Text(PythonScript.Arguments(run, Failure)["error"]));
        Assert.Equal("Traceback", Text(Cause(run)["Message"]));
    }

    [PythonFact]
    public void InvalidTags_AreInvalidJobInput() => Assert.Equal(
        "InvalidJobInput",
        Text(PythonScript.Arguments(Run(Selection("""{"outcome":["InvalidTags"],"message":["m"]}"""), null), Failure)["error"]));

    [PythonFact]
    public void Cancelled_StopsTheCommand_AndSaysSo()
    {
        var run = Run(
            Selection(Selected),
            Step("Cancelled", "{}"),
            $$$"""
            "ssm:list_commands":[{"Commands":[{"CommandId":"{{{Command}}}","Comment":"auto-1"}]}],
            "ssm:get_command_invocation":[{"Status":"InProgress","ResponseCode":-1}],
            "ssm:cancel_command":[{}]
            """,
            cancelled: true);

        Assert.Equal("JobCancelled", Text(PythonScript.Arguments(run, Failure)["error"]));
        Assert.Equal($$"""{"CommandId":"{{Command}}","InstanceIds":["i-1"]}""", PythonScript.Arguments(run, "ssm:cancel_command").ToString());
    }

    [PythonFact]
    public void Cancelled_SaysSo_WhenNothingHadStarted()
    {
        var run = Run("""{"StepName":"getInstanceId","StepStatus":"Cancelled"}""", null, cancelled: true);

        Assert.Equal("JobCancelled", Text(PythonScript.Arguments(run, Failure)["error"]));
        Assert.DoesNotContain("ssm:cancel_command", PythonScript.Operations(run));
    }

    [PythonFact]
    public void Answer_IsReadAgain_WhenTheStepIsNotYetSettled()
    {
        var first = Execution(Selection(Selected), Step("InProgress", "{}"));
        var then = Execution(Selection(Selected), Step("Success", $$"""{"CommandId":["{{Command}}"],"Status":["Success"],"ResponseCode":["0"]}"""));
        var run = RunWith($"{first},{then}", "", false, """[{}]""");

        Assert.Equal(
            ["ssm:get_automation_execution", "sleep", "ssm:get_automation_execution", Success], PythonScript.Operations(run));
    }

    [PythonFact]
    public void DeadToken_IsNoFault()
    {
        var run = RunWith(Execution(Selection("""{"outcome":["NoWorker"]}"""), null), "", false, """[{"raise":"TaskTimedOut"}]""");

        Assert.Equal("""{"Answered":false}""", run["returned"]!.ToString());
    }

    [PythonFact]
    public void Throttle_FailsTheStep_SoThatItIsTriedAgain()
    {
        var run = RunWith(Execution(Selection("""{"outcome":["NoWorker"]}"""), null), "", false, """[{"raise":"ThrottlingException"}]""");

        Assert.Equal("ServiceError", Text(run["raised"]));
    }

    [PythonTheory]
    [InlineData(3, null, "a listed code is a success")]
    [InlineData(75, "Temporary", "a code with a name")]
    [InlineData(7, "ExecutionFailed", "any other")]
    public void ExitCode_Decides(int code, string? error, string reason)
    {
        var run = Run(Selection(Selected), Ended("Failed", code), Invocation($"\"Status\":\"Failed\",\"StatusDetails\":\"Failed\",\"ResponseCode\":{code}"));

        Assert.True((error is null) == PythonScript.Operations(run).Contains(Success), reason);
        var told = error is null ? JsonValue.Parse(Text(PythonScript.Arguments(run, Success)["output"])) : Cause(run);
        Assert.Equal(code.ToString(System.Globalization.CultureInfo.InvariantCulture), ((JsonObject)told)["ResponseCode"]!.ToString());
        if (error is not null)
        {
            Assert.Equal(error, Text(PythonScript.Arguments(run, Failure)["error"]));
        }
    }

    [PythonFact]
    public void ExitCode_OfAStoppedCommand_IsNotTheJobs() => Assert.Equal(
        "ExecutionFailed",
        Text(PythonScript.Arguments(Run(
            Selection(Selected),
            Ended("Failed", 3, "TimedOut"),
            Invocation(""" "Status":"TimedOut","StatusDetails":"ExecutionTimedOut","ResponseCode":3 """)), Failure)["error"]));

    [PythonFact]
    public void SecretNotRead_IsSaid()
    {
        var run = Run(
            Selection(Selected),
            Ended("Failed", 1),
            Invocation(""" "Status":"Failed","StatusDetails":"Failed","ResponseCode":1,"StandardErrorContent":"JobMgmt: SecretNotRead: The parameter '/a' said no.\nfailed to run commands: exit status 1" """));

        Assert.Equal("SecretNotRead", Text(PythonScript.Arguments(run, Failure)["error"]));
        Assert.Equal("The parameter '/a' said no.", Text(Cause(run)["Message"]));
    }

    [PythonTheory]
    [InlineData("LastLine", "a\\n b \\r\\n\\n", "\" b \"")]
    [InlineData("LastLine", "", "\"\"")]
    [InlineData("Json", "{\\n\\\"a\\\": [1, 2]}\\n", "{\"a\":[1,2]}")]
    [InlineData("Json", "working\\n[true]\\n", "[true]")]
    [InlineData("Json", "NaN\\n", null)]
    [InlineData("Json", "no\\n", null)]
    [InlineData("Json", "", null)]
    public void Output_IsTold(string kind, string stdout, string? expected)
    {
        var run = Run(Selection(Selected), Ended("Success", 0), Invocation($"\"StandardOutputContent\":\"{stdout}\""), output: kind);

        if (expected is null)
        {
            Assert.Equal("InvalidJobOutput", Text(PythonScript.Arguments(run, Failure)["error"]));
            return;
        }

        var told = (JsonObject)JsonValue.Parse(Text(PythonScript.Arguments(run, Success)["output"]));
        Assert.Equal(expected, told["Output"]!.ToString());
    }

    [PythonTheory]
    [InlineData("LastLine", 8192, true)]
    [InlineData("LastLine", 8193, false)]
    [InlineData("Json", 20000, true)]
    public void Output_HasALimit(string kind, int length, bool fits)
    {
        var line = kind == "Json" ? $"\\\"{new string('x', length)}\\\"" : new string('x', length);
        var run = Run(Selection(Selected), Ended("Success", 0), Invocation($"\"StandardOutputContent\":\"{line}\""), output: kind);

        Assert.Equal(fits, PythonScript.Operations(run).Contains(Success));
    }

    [PythonFact]
    public void LongOutput_IsReadFromTheLog_OnceItHasCome()
    {
        var events = string.Join(',', Enumerable.Range(0, 3000).Select(i => $$"""{"message":"line {{i}} ...."}"""));
        var all = $$"""{"events":[{{events}},{"message":"{\"n\": 5}\n"}],"nextBackwardToken":"b"}""";
        var run = Run(
            Selection(Selected),
            Ended("Success", 0),
            Invocation($"\"StandardOutputContent\":\"{new string('y', 24_000)}\"")
            + $$$""","logs:get_log_events":[{"raise":"ResourceNotFoundException"},{"events":[{"message":"line 0"}],"nextBackwardToken":"b"},{"events":[],"nextBackwardToken":"b"},{{{all}}},{"events":[],"nextBackwardToken":"b"},{{{all}}},{"events":[],"nextBackwardToken":"b"}]""",
            output: "Json");

        Assert.Equal("""{"n":5}""", ((JsonObject)JsonValue.Parse(Text(PythonScript.Arguments(run, Success)["output"])))["Output"]!.ToString());
    }

    private static string Ended(string step, int code, string? status = null) =>
        Step(step, $$"""{"CommandId":["{{Command}}"],"Status":["{{status ?? step}}"],"ResponseCode":["{{code}}"]}""");

    private static string Invocation(string members) => $$""" "ssm:get_command_invocation":[{{{members}}}] """;

    private static string Selection(string outputs) => $$"""{"StepName":"getInstanceId","StepStatus":"Success","Outputs":{{outputs}}}""";

    private static string Step(string status, string outputs, string? failure = null) =>
        $$"""{"StepName":"runCommand","StepStatus":"{{status}}","Outputs":{{outputs}},"FailureMessage":{{((JsonValue)(failure ?? "")).ToString()}}}""";

    private static string Execution(string selection, string? command) =>
        $$$"""{"AutomationExecution":{"StepExecutions":[{{{selection}}}{{{(command is null ? "" : "," + command)}}}]}}""";

    private static JsonObject Run(string selection, string? command, string answers = "", bool cancelled = false, string output = "None") =>
        RunWith(Execution(selection, command), answers, cancelled, "[{}]", output);

    private static JsonObject RunWith(string executions, string answers, bool cancelled, string sent, string output = "None", string errorNames = """{"75":"Temporary"}""") => PythonScript.Run(
        cancelled ? EmbeddedScript.ReportCancelled : EmbeddedScript.ReportResult,
        (JsonObject)JsonValue.Parse($$$"""
        {"events":{"executionId":"auto-1","region":"ap-northeast-1","consoleHost":"ap-northeast-1.console.aws.amazon.com","logGroup":"/jobmgmt/jobs",
                   "taskToken":"the-token",
                   "successExitCodes":["0","3"],"errorNames":{{{errorNames}}},"output":"{{{output}}}"},
         "answers":{"ssm:get_automation_execution":[{{{executions}}}],"{{{Success}}}":{{{sent}}},"{{{Failure}}}":{{{sent}}}{{{(answers.Length == 0 ? "" : "," + answers)}}}}}
        """));

    private static JsonObject Cause(JsonObject run) => (JsonObject)JsonValue.Parse(Text(PythonScript.Arguments(run, Failure)["cause"]));

    private static string Text(JsonValue? value) => ((JsonString)value!).Value;
}
