using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The state that runs one job: it starts RunJob and waits for its answer by task token.</summary>
internal static class JobState
{
    internal static JsonObject Build(JobDefinition job, string networkName, RunJobStackNames names, RunJobStackOptions options, string onFailure, string? next)
    {
        var timeouts = new JobTimeouts(job.ExecutionTimeout, options);
        return JsonObject.Of(
            ("Type", "Task"),
            ("Comment", Asl.Optional(job.Description)),
            ("Resource", $"arn:{names.Partition}:states:::states:startExecution.waitForTaskToken"),
            ("Parameters", JsonObject.Of(
                ("StateMachineArn", names.RunJobArn),
                ("Input", Input(job, networkName, timeouts)))),
            ("TimeoutSeconds", timeouts.Job),
            ("Retry", new JsonArray(Retriers(job.Retry))),
            ("Catch", Asl.List(Asl.Catcher(onFailure, Asl.Failure, "States.ALL"))),
            ("ResultPath", "$.result"),

            // The network's output is the last job's answer, as it is where no ResultPath is given.
            ("OutputPath", next is null ? (JsonValue)"$.result" : null),
            ("Next", Asl.Optional(next)),
            ("End", next is null ? (JsonValue)true : null));
    }

    internal static JsonObject Tags(IReadOnlyDictionary<string, string> tags) =>
        new(tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new KeyValuePair<string, JsonValue>(tag.Key, tag.Value)));

    private static JsonObject Input(JobDefinition job, string networkName, JobTimeouts timeouts) => JsonObject.Of(
        ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$", "$$.Execution.Id"),
        ("TaskToken.$", "$$.Task.Token"),
        job.Tag is null ? ("Tags.$", "$.tags") : ("Tags", Tags(job.Tag)),
        ("Commands", new JsonArray(CommandLines.Pack(job.Command).Select(line => (JsonValue)line))),
        ("WorkingDirectory", Asl.Optional(job.WorkingDirectory)),
        ("ExecutionTimeout", job.ExecutionTimeout.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("AttemptTimeoutSeconds", timeouts.Attempt),
        ("NetworkName", networkName),
        ("JobName", job.Name));

    private static IEnumerable<JsonValue> Retriers(JobRetryPolicy? policy)
    {
        if (policy is not null)
        {
            yield return Asl.Retrier(policy.IntervalSeconds, policy.BackoffRate, policy.MaxAttempts, policy.MaxDelaySeconds, jitter: false, policy.ErrorEquals.ToArray());
        }

        // Refusals that say for certain that no execution was started. A lost answer is not among them: trying again might run the job twice.
        yield return Asl.Retrier(2, 2, JobTimeouts.StartAttempts, JobTimeouts.StartMaxDelay, jitter: true, StartRefusals);
    }

    internal static readonly string[] StartRefusals = { "StepFunctions.ExecutionLimitExceededException", "StepFunctions.ThrottlingException" };
}
