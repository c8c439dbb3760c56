using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// RunAlertCommand: a rule starts it for a channel that has a command. It runs the command as a job (RunJob: one worker by tags, its output in the jobs' log group), with
/// the alert as JSON in a variable.
/// </summary>
/// <remarks>
/// EventBridge's own Run Command target runs on every node with the tags, and its input transformer writes a part of an event into a shell line as it is: whatever a job
/// says would be run by the shell. RunJob hands variables over in a form that no shell reads.
/// </remarks>
internal static class RunAlertCommandStateMachine
{
    /// <summary>The variable that has the alert.</summary>
    internal const string Variable = "ALERT";

    /// <summary>How long the command may run, in seconds.</summary>
    internal const int ExecutionTimeout = 600;

    /// <summary>The end of the name, which no channel's is, under which the failures of a channel's command are told.</summary>
    internal const string ChannelEnd = " command";

    private const string RunCommand = "Run the command";
    private const string Tell = "Tell that it failed";
    private const string Fail = "Fail";
    private const string NotTold = "Failed without an alert";

    // RunJob refuses an input of more than 60,000 characters, and the command has to fit too.
    private const int MaxAlert = 48_000;
    private const int MaxCause = 10_000;
    private const int AlertSeconds = 900;

    internal static StateMachineArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.RunAlertCommand,
        names.RunAlertCommandArn,
        "Runs a channel's command on one worker.",
        Asl.Machine("Runs a channel's command on one worker. Input: Commands, Tags, and the event as Alert.", RunCommand, null, new[]
        {
            Asl.State(RunCommand, JsonObject.Of(
                ("Type", "Task"),
                ("Comment", "An alert that is too long for a variable loses the end of its cause."),
                ("Resource", $"arn:{names.Partition}:states:::states:startExecution.waitForTaskToken"),
                ("Arguments", JsonObject.Of(
                    ("StateMachineArn", names.RunJobArn),
                    ("Input", JsonObject.Of(
                        (NestedState.StartedBy, JsonataText.Expression("$states.context.Execution.Id")),
                        ("TaskToken", JsonataText.Expression("$states.context.Task.Token")),
                        ("Commands", JsonataText.Expression("$states.input.Commands")),
                        ("Tags", JsonataText.Expression("$states.input.Tags")),
                        ("ExecutionTimeout", ExecutionTimeout.ToString(CultureInfo.InvariantCulture)),
                        ("Environment", JsonObject.Of((Variable, JsonataText.Expression(Alert)))))))),
                ("TimeoutSeconds", new JobTimeouts(ExecutionTimeout, options).Job + JobTimeouts.CallSeconds),
                ("Catch", Asl.List(Asl.Catcher(Tell, JsonataText.Expression("$merge([$states.input, {'Error': $states.errorOutput.Error, 'Cause': $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : ''}])"), "States.ALL"))),
                ("End", true))),
            Asl.State(Tell, JsonObject.Of(
                ("Type", "Task"),
                ("Comment", "No channel's name has a space, so this alert lands where those of unknown channels do: the command is not run for its own failure."),
                ("Resource", $"arn:{names.Partition}:states:::states:startExecution.sync:2"),
                ("Arguments", JsonObject.Of(
                    ("StateMachineArn", names.SendFailEventArn),
                    ("Input", JsonObject.Of(
                        (NestedState.StartedBy, JsonataText.Expression("$states.context.Execution.Id")),
                        ("Error", JsonataText.Expression("$states.input.Error")),
                        ("Cause", JsonataText.Expression("$states.input.Cause")),
                        ("Channel", JsonataText.Expression("$string($states.input.Alert.detail.channel) & '" + ChannelEnd + "'")))))),
                ("TimeoutSeconds", AlertSeconds),
                ("Retry", Asl.List(Asl.Retrier(5, 2, 2, maxDelay: null, jitter: true, "States.TaskFailed"))),
                ("Catch", Asl.List(Asl.Catcher(NotTold, Asl.Input, "States.ALL"))),
                ("Output", Asl.Input),
                ("Next", Fail))),
            Asl.State(Fail, JsonObject.Of(
                ("Type", "Fail"), ("Error", JsonataText.Expression("$states.input.Error")), ("Cause", JsonataText.Expression("$states.input.Cause")))),
            Asl.State(NotTold, JsonObject.Of(
                ("Type", "Fail"),
                ("Error", JobErrors.AlertNotSent),
                ("Cause", JsonataText.Expression("$string($states.input.Error) & ': ' & $string($states.input.Cause)")))),
        }),
        names.RoleArn(names.NetworkRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static string Alert => string.Format(
        CultureInfo.InvariantCulture,
        "($a := $states.input.Alert; $text := $string($a); $length($text) <= {0} ? $text : $string($merge([$a, {{'detail': $merge([$a.detail, {{'log': [], 'cause': $substring($string($a.detail.cause), 0, {1})}}])}}])))",
        MaxAlert,
        MaxCause);
}
