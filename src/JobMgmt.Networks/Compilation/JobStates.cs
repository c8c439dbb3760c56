using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The states of one job: whether it runs, the start of RunJob and the wait for its answer, and the alert where it fails. Whatever comes of it, the branch goes on:
/// the jobs that come after a failed one see that themselves, and the others are no business of it.
/// </summary>
internal sealed class JobStates(JobNetwork network, RunJobStackNames names, RunJobStackOptions options, bool hasGates)
{
    /// <summary>Refusals that say for certain that no execution was started. A lost answer is not among them: trying again might run the job twice.</summary>
    internal static readonly string[] StartRefusals = { "StepFunctions.ExecutionLimitExceededException", "StepFunctions.ThrottlingException" };

    /// <summary>The states of a job.</summary>
    /// <param name="index">The job's number.</param>
    /// <param name="predecessors">The jobs that have to have succeeded.</param>
    /// <param name="isLast">No other job comes after it, so its answer is in the network's output.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Build(int index, IReadOnlyList<string> predecessors, bool isLast, string next)
    {
        var job = network.Jobs[index];
        yield return Asl.State(NetworkStateNames.RunJob(index), Decision(job, predecessors, next));
        yield return Asl.State(job.Name, Run(job, isLast, NetworkStateNames.Alert(index), next));
        yield return Asl.State(NetworkStateNames.Alert(index), AlertState.Build(job.Name, network, names, network.FailFast ? NetworkStateNames.FailAt(index) : next));
        if (network.FailFast)
        {
            yield return Asl.State(NetworkStateNames.FailAt(index), JsonObject.Of(
                ("Type", "Fail"),
                ("Comment", "The network is to end with the first job that fails."),
                ("Error", JsonataText.Expression(RunData.Job(job.Name) + ".Error")),
                ("Cause", JsonataText.Expression(RunData.Job(job.Name) + ".Cause"))));
        }
    }

    internal static JsonObject Tags(IReadOnlyDictionary<string, string> tags) => new(tags
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, JsonataText.Constant(tag.Value))));

    private JsonObject Decision(JobDefinition job, IReadOnlyList<string> predecessors, string next)
    {
        var done = $"$lookup($done, {JsonataText.Quote(job.Name)})";
        var isDone = Asl.When($"$exists({done})", JsonataText.Expression(RunData.With(job.Name, done)), next);
        var run = job.Name;
        return job.RunOn switch
        {
            JobRunOn.Failure => Asl.Choose(
                null,
                run,
                null,
                isDone,
                Asl.When(RunData.AllWell(predecessors, hasGates), JsonataText.Expression(RunData.With(job.Name, RunData.PassedOver(RunData.NotNeeded))), next)),
            JobRunOn.Success when predecessors.Count > 0 => Asl.Choose(
                null,
                next,
                JsonataText.Expression(RunData.With(job.Name, RunData.PassedOver(RunData.Skipped))),
                isDone,
                Asl.When(RunData.AllWell(predecessors, hasGates), null, run)),
            _ => Asl.Choose(null, run, null, isDone),
        };
    }

    private JsonObject Run(JobDefinition job, bool isLast, string onFailure, string next)
    {
        var timeouts = new JobTimeouts(job.ExecutionTimeout, options);
        var result = isLast ? ", \"Result\": $states.result" : "";
        return JsonObject.Of(
            ("Type", "Task"),
            ("Comment", Asl.Optional(job.Description)),
            ("Resource", $"arn:{names.Partition}:states:::states:startExecution.waitForTaskToken"),
            ("Arguments", JsonObject.Of(("StateMachineArn", names.RunJobArn), ("Input", Input(job, timeouts)))),
            ("TimeoutSeconds", timeouts.Job),
            ("Retry", new JsonArray(Retriers(job.Retry))),
            ("Catch", Asl.List(Asl.Catcher(
                onFailure, JsonataText.Expression(RunData.With(job.Name, RunData.Failure(JobErrors.ExecutionFailed, Silence(job, timeouts)))), "States.ALL"))),
            ("Output", JsonataText.Expression(RunData.With(job.Name, $"{{\"Status\": \"{RunData.Succeeded}\"{result}}}"))),
            ("Next", next));
    }

    private JsonObject Input(JobDefinition job, JobTimeouts timeouts) => Input(job, timeouts, JobCommands.Write(job.Command));

    private JsonObject Input(JobDefinition job, JobTimeouts timeouts, (JsonArray Commands, JsonValue? Packing) script) => JsonObject.Of(
        ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", JsonataText.Expression("$states.context.Execution.Id")),
        ("TaskToken", JsonataText.Expression("$states.context.Task.Token")),
        ("Tags", job.Tag is null ? JsonataText.Expression(RunData.Tags) : Tags(job.Tag)),
        ("Commands", script.Commands),
        ("Packing", script.Packing),
        ("WorkingDirectory", job.WorkingDirectory is null ? null : JsonataText.Constant(job.WorkingDirectory)),
        ("ExecutionTimeout", job.ExecutionTimeout.ToString(CultureInfo.InvariantCulture)),
        ("AttemptTimeoutSeconds", timeouts.Attempt),
        ("NetworkName", JsonataText.Constant(network.Name)),
        ("JobName", JsonataText.Constant(job.Name)),
        ("Attempt", JsonataText.Expression("$states.context.State.RetryCount + 1")),
        ("RunOn", job.RunOn == JobRunOn.Success ? null : job.RunOn.ToString()),
        ("After", network.IsGraph ? new JsonArray((job.After ?? Array.Empty<string>()).Select(name => (JsonValue)JsonataText.Constant(name))) : null));

    private static string Silence(JobDefinition job, JobTimeouts timeouts) => JsonObject.Of(("Message", string.Format(
        CultureInfo.InvariantCulture, "Job '{0}' ended without saying why. If it timed out: no answer came from RunJob within {1} s.", job.Name, timeouts.Job))).ToString();

    private static IEnumerable<JsonValue> Retriers(JobRetryPolicy? policy)
    {
        if (policy is not null)
        {
            yield return Asl.Retrier(policy.IntervalSeconds, policy.BackoffRate, policy.MaxAttempts, policy.MaxDelaySeconds, jitter: false, policy.ErrorEquals.ToArray());
        }

        yield return Asl.Retrier(2, 2, JobTimeouts.StartAttempts, JobTimeouts.StartMaxDelay, jitter: true, StartRefusals);
    }
}
