using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>How the start of a job is tried again: as the job's policy says, and where the start itself was refused.</summary>
internal static class JobRetriers
{
    /// <summary>Refusals that say for certain that no execution was started. A lost answer is not among them: trying again might run the job twice.</summary>
    internal static readonly string[] StartRefusals = { "StepFunctions.ExecutionLimitExceededException", "StepFunctions.ThrottlingException" };

    internal static IEnumerable<JsonValue> Write(JobRetryPolicy? policy)
    {
        if (policy is not null)
        {
            yield return Asl.Retrier(policy.IntervalSeconds, policy.BackoffRate, policy.MaxAttempts, policy.MaxDelaySeconds, jitter: false, policy.ErrorEquals.ToArray());
        }

        yield return Asl.Retrier(2, 2, JobTimeouts.StartAttempts, JobTimeouts.StartMaxDelay, jitter: true, StartRefusals);
    }
}
