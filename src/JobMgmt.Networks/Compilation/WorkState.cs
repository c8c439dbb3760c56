using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The state that bears the job's name: starts RunJob and waits for its answer.</summary>
internal static class WorkState
{
    /// <summary>The state.</summary>
    /// <param name="job">The job.</param>
    /// <param name="network">Its network.</param>
    /// <param name="names">The stack.</param>
    /// <param name="options">The stack's options, for the timeouts.</param>
    /// <param name="expressions">How expressions are written.</param>
    /// <param name="asks">What of its end is carried on, for expressions.</param>
    /// <param name="isLast">No other job comes after it, so its answer is in the network's output.</param>
    /// <param name="onFailure">Where the branch goes on when it fails.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal static JsonObject Build(
        JobDefinition job, JobNetwork network, RunJobStackNames names, RunJobStackOptions options, ExpressionText expressions, NetworkAsks asks, bool isLast, string onFailure, string next)
    {
        var timeouts = new JobTimeouts(job.ExecutionTimeout, options);
        var failed = RunData.StatusOfFailure(job);
        var result = asks.Entry(job.Name, "$states.result.ResponseCode", "$states.result.Output") + (isLast ? ", \"Result\": $states.result" : "");
        return JsonObject.Of(
            ("Type", "Task"),
            ("Comment", Asl.Optional(job.Description)),
            ("Resource", $"arn:{names.Partition}:states:::states:startExecution.waitForTaskToken"),
            ("Arguments", JsonObject.Of(("StateMachineArn", names.RunJobArn), ("Input", JobInput.Write(job, network, timeouts, expressions)))),
            ("TimeoutSeconds", timeouts.Job),
            ("Retry", new JsonArray(JobRetriers.Write(job.Retry))),
            ("Catch", Asl.List(Asl.Catcher(
                onFailure, JsonataText.Expression(RunData.With(job.Name, RunData.Failure(failed, JobErrors.ExecutionFailed, Silence(job, timeouts), asks.Entry(job.Name, RunData.FailedExitCode, "")))), "States.ALL"))),
            ("Output", JsonataText.Expression(RunData.With(job.Name, $"{{\"Status\": \"{RunData.Succeeded}\"{result}}}"))),
            ("Next", next));
    }

    private static string Silence(JobDefinition job, JobTimeouts timeouts) => JsonObject.Of(("Message", string.Format(
        CultureInfo.InvariantCulture, "Job '{0}' ended without saying why. If it timed out: no answer came from RunJob within {1} s.", job.Name, timeouts.Job))).ToString();
}
