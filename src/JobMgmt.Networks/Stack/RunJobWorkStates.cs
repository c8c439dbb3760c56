using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// RunJob's work: starts the Automation document and waits for its answer. It is there twice, for a job that is awaited and for one that runs alone, so that neither
/// pays for a state that only asks which of them it is.
/// </summary>
internal static class RunJobWorkStates
{
    // What an AWS error says is shortened, so that as JSON text it stays within the 32,768 characters of a cause.
    private const int MaxMessage = 15_000;

    private const string NoAnswer = "{\"Message\":\"The automation gave no answer within AttemptTimeoutSeconds. It is stopped, and with it the command.\"}";
    private const string Silence = "{\"Message\":\"The job failed, and nobody said why.\"}";

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names, RunJobStackOptions options)
    {
        yield return Asl.State(RunJobStates.RunJob, Run(names, options, RunJobStates.CallbackFailure, RunJobStates.CallbackSuccess));
        yield return Asl.State(RunJobStates.RunJobAlone, Run(names, options, RunJobStates.Fail, null));
    }

    private static JsonObject Run(RunJobStackNames names, RunJobStackOptions options, string failed, string? next) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:ssm:startAutomationExecution.waitForTaskToken"),
        ("Arguments", JsonObject.Of(
            ("DocumentName", names.RunShellScriptOnOneInstance),

            // One call, however often the SDK sends it, starts one automation.
            ("ClientToken", JsonataText.Expression("$uuid()")),
            ("Parameters", Parameters(names)))),
        ("TimeoutSeconds", JsonataText.Expression(Member("AttemptTimeoutSeconds", "$exists($x) ? $x : " + Number(new JobTimeouts(JobDefinition.MaxExecutionTimeout, options).Attempt)))),
        ("Retry", Asl.List(
            Asl.Retrier(
                options.WorkerBusyIntervalSeconds, options.WorkerBusyBackoffRate, options.WorkerBusyMaxAttempts, maxDelay: null, jitter: false, JobErrors.WorkerBusy),

            // Answers by which SSM says that it started nothing. States.Timeout and a lost answer are not among them: the job may be running.
            Asl.Retrier(
                2,
                2,
                JobTimeouts.StartAttempts,
                JobTimeouts.StartMaxDelay,
                jitter: true,
                "Ssm.AutomationExecutionLimitExceededException",
                "Ssm.ThrottlingException",
                "Ssm.SsmException"))),
        ("Catch", Asl.List(
            Asl.Catcher(RunJobStates.FindAutomation, JsonObject.Of(("Error", "States.Timeout"), ("Cause", NoAnswer)), "States.Timeout"),
            Asl.Catcher(failed, Failure(), "States.ALL"))),
        ("Next", Asl.Optional(next)),
        ("End", next is null ? true : null));

    // SSM takes lists of strings; maps are JSON text. What the input leaves out is left to the document's defaults.
    private static JsonObject Parameters(RunJobStackNames names) => JsonObject.Of(
        ("TaskToken", Asl.Texts(JsonataText.Expression("$states.context.Task.Token"))),
        ("Tags", Asl.Texts(JsonataText.Expression($"$string({Asl.Given}.Tags)"))),
        ("Commands", JsonataText.Expression(RunJobScript.Build(names))),

        // The agent takes its default directory for a relative one; an empty text is no parameter value.
        ("WorkingDirectory", Asl.Texts(JsonataText.Expression(Member("WorkingDirectory", "$x ? $x : '.'")))),
        ("ExecutionTimeout", Asl.Texts(JsonataText.Expression(
            Member("ExecutionTimeout", $"$exists($x) ? $string($x) : '{Number(JobDefinition.DefaultExecutionTimeout)}'")))),
        ("SuccessExitCodes", JsonataText.Expression(Member("SuccessExitCodes", "$exists($x) ? [$map($x, function($c) { $string($c) })] : ['0']"))),
        ("ErrorNames", Asl.Texts(JsonataText.Expression(Member("ErrorNames", "$exists($x) ? $string($x) : '{}'")))),
        ("Output", Asl.Texts(JsonataText.Expression(Member("Output", "$exists($x) ? $x : 'None'")))));

    /// <summary>
    /// The failure of the error output: a callback may come without an error or a cause. The document's causes are JSON; those of AWS itself are plain text, and whoever reads a
    /// cause finds an object.
    /// </summary>
    private static JsonObject Failure() => JsonObject.Of(
        ("Error", JsonataText.Expression($"$states.errorOutput.Error ? $states.errorOutput.Error : '{JobErrors.ExecutionFailed}'")),
        ("Cause", JsonataText.Expression(
            "($c := $states.errorOutput.Cause; $ofAws := $contains($string($states.errorOutput.Error), /^(Ssm|States)[.]/); "
            + "$c ? ($ofAws and $not($substring($c, 0, 1) = '{' and $substring($c, -1) = '}') "
            + $"? $string({{'Message': $substring($c, 0, {Number(MaxMessage)})}}) : $c) : {JsonataText.Quote(Silence)})")));

    private static string Member(string name, string expression) => $"($x := {Asl.Given}.{name}; {expression})";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
