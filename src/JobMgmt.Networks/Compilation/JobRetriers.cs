using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>How the start of a job is tried again: as the job's policy says, and where the start itself was refused.</summary>
internal static class JobRetriers
{
    /// <summary>
    /// Answers that say that no execution was started. A lost answer is not among them: trying again might run the job twice. What the API does not model, throttling before all, has the name
    /// of the SDK's own exception; where it was a fault behind which an execution was started after all, that one finds that nobody waits for it any more, and a network is started under its name once.
    /// </summary>
    internal static readonly string[] StartRefusals =
        { "StepFunctions.ExecutionLimitExceededException", "StepFunctions.ThrottlingException", "StepFunctions.AWSStepFunctionsException" };

    /// <summary>
    /// Every error but a timeout. It is what Step Functions tells of a network that a job is and that did not succeed, whatever it was: to the user that is
    /// <see cref="JobErrors.ExecutionFailed"/>, as of a command.
    /// </summary>
    private const string TaskFailed = "States.TaskFailed";

    private static JsonObject OfStart => Asl.Retrier(2, 2, JobTimeouts.StartAttempts, JobTimeouts.StartMaxDelay, jitter: true, StartRefusals);

    /// <summary>Those of a job that is a network. Its start comes first: the error of a network that fails stands for those of the start as well.</summary>
    internal static IEnumerable<JsonValue> WriteNested(IReadOnlyList<JobRetryPolicy> policies) =>
        Renamed(policies, JobErrors.ExecutionFailed, TaskFailed).Select(Write).Prepend(OfStart);

    /// <summary>The policies of a job that is a network, with the errors as the user names them.</summary>
    internal static IReadOnlyList<JobRetryPolicy> ReadNested(JsonArray? retriers) => Renamed(Read(retriers), TaskFailed, JobErrors.ExecutionFailed);

    private static JobRetryPolicy[] Renamed(IReadOnlyList<JobRetryPolicy> policies, string from, string to) =>
        policies.Select(policy => policy with { ErrorName = policy.ErrorName.Select(error => error == from ? to : error).ToArray() }).ToArray();

    /// <summary>The policies that a state's retriers are, whatever wrote them; those of refused starts are not among them.</summary>
    internal static IReadOnlyList<JobRetryPolicy> Read(JsonArray? retriers) => (retriers ?? JsonArray.Empty).OfType<JsonObject>()
        .Where(retrier => !Errors(retrier).Any(StartRefusals.Contains))
        .Select(retrier => new JobRetryPolicy
        {
            ErrorName = Errors(retrier).ToArray(),
            MaxAttempts = JobStateReader.Whole(retrier["MaxAttempts"]) ?? 3,
            Interval = JobStateReader.Whole(retrier["IntervalSeconds"]) ?? 1,
            BackoffRate = (retrier["BackoffRate"] as JsonNumber)?.ToDouble() ?? 2,
            MaxDelay = JobStateReader.Whole(retrier["MaxDelaySeconds"]),
            Jitter = retrier["JitterStrategy"] is JsonString { Value: "FULL" },
        }).ToArray();

    /// <summary>Those of a command. Its start comes last, or first where a policy of <c>States.TaskFailed</c> would take its errors.</summary>
    internal static IEnumerable<JsonValue> Write(IReadOnlyList<JobRetryPolicy> policies) =>
        policies.Any(IsOfAny) ? policies.Select(Write).Prepend(OfStart) : policies.Select(Write).Append(OfStart);

    private static JsonObject Write(JobRetryPolicy policy) =>
        Asl.Retrier(policy.Interval, policy.BackoffRate, policy.MaxAttempts, policy.MaxDelay, policy.Jitter, policy.ErrorName.ToArray());

    private static bool IsOfAny(JobRetryPolicy policy) => policy.ErrorName.Contains(TaskFailed);

    private static IEnumerable<string> Errors(JsonObject retrier) =>
        (retrier["ErrorEquals"] as JsonArray)?.OfType<JsonString>().Select(error => error.Value) ?? Array.Empty<string>();
}
