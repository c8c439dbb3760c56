using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The state that bears the name of a job that is a network: starts a run of that one and waits for its end.</summary>
internal static class NestedState
{
    /// <summary>The member of an execution's input by which Step Functions knows, and its console shows, which execution has started it.</summary>
    internal const string StartedBy = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    /// <summary>What the names of such runs end with, as a pattern.</summary>
    internal const string NameEnd = "-job-[0-9]+-[0-9]+-[0-9a-f]{16}";

    /// <summary>What the run of the network is to pass over, where this run continues an earlier one.</summary>
    private const string Nested = Asl.Given + ".Rerun.Nested";

    /// <summary>The state.</summary>
    /// <param name="job">The job.</param>
    /// <param name="network">The network that it is a job of.</param>
    /// <param name="index">The job's number.</param>
    /// <param name="names">The stack.</param>
    /// <param name="expressions">How expressions are written.</param>
    /// <param name="asks">What of its end is carried on, for expressions.</param>
    /// <param name="isLast">No other job comes after it, so its answer is in the network's output.</param>
    /// <param name="onFailure">Where the branch goes on when it fails.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal static JsonObject Build(
        JobDefinition job, JobNetwork network, int index, RunJobStackNames names, ExpressionText expressions, NetworkAsks asks, bool isLast, string onFailure, string next)
    {
        var result = asks.Entry(job.Name, "$states.result.ExitCode", "$states.result.Output") + (isLast ? ", \"Result\": $states.result.Output" : "");
        return JsonObject.Of(
            ("Type", "Task"),
            ("Comment", Asl.Optional(job.Description)),
            ("Resource", $"arn:{names.Partition}:states:::states:startExecution.sync:2"),
            ("Arguments", JsonObject.Of(
                ("StateMachineArn", names.NetworkMachineArn(job.Network!)),
                ("Name", JsonataText.Expression(Name(index))),
                ("Input", Input(job, network, expressions)))),
            ("TimeoutSeconds", JobTimeouts.Network),
            ("Retry", new JsonArray(JobRetriers.WriteNested(job.Retry))),
            ("Catch", Asl.List(Asl.Catcher(onFailure, JsonataText.Expression(RunData.With(job.Name, NestedFailureStates.Caught(job))), "States.ALL"))),
            ("Output", JsonataText.Expression(RunData.With(job.Name, $"{{\"Status\": \"{RunData.Succeeded}\"{result}}}"))),
            ("Next", next));
    }

    // Always a tags member, if an empty one: what else is in the input must not be taken for tags.
    private static JsonObject Input(JobDefinition job, JobNetwork network, ExpressionText expressions) => JsonObject.Of(new (string, JsonValue?)[]
    {
        (StartedBy, JsonataText.Expression("$states.context.Execution.Id")),
        ("tags", job.Tag is null ? JsonataText.Expression(RunData.Tags) : JobInput.Constants(job.Tag)),
        ("Parameters", job.Parameter is { Count: > 0 } parameters ? JobInput.Texts(parameters, expressions.Value) : null),
        (JobInput.Trigger, JsonataText.Expression(JobInput.StartedByTrigger)),
        ("Rerun", JsonataText.Expression(
            $"($one := $type({Nested}) = \"object\" ? $lookup({Nested}, {JsonataText.Quote(job.Name)}) : null; $exists($one) ? $one : null)")),
    }.Concat(JobMarks.Write(job, network)).ToArray());

    // At most 80 characters. It says whose run it is; the hash makes it the attempt's own, so that one that is asked for twice is started once. A run that is redriven has come to a new
    // attempt, and each item of a list is one of its own.
    private static string Name(int index) => string.Format(
        CultureInfo.InvariantCulture,
        "$substring($states.context.Execution.Name, 0, 40) & \"-job-{0}-\" & ($states.context.State.RetryCount + 1) & \"-\" & $substring($hash($states.context.Execution.Id & \"/{0}/\" & "
        + "$states.context.State.RetryCount & \"/\" & $states.context.Execution.RedriveCount & \"/\" & $states.context.Map.Item.Index, \"SHA-256\"), 0, 16)",
        index + 1);
}
