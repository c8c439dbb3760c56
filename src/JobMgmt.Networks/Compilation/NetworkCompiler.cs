using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Makes a network's state machine. The same network always gives the same definition, so that publishing it twice changes nothing.</summary>
public static class NetworkCompiler
{
    /// <summary>The definition in the Amazon States Language (JSONPath).</summary>
    /// <param name="network">The network.</param>
    /// <param name="names">The stack whose RunJob and SendFailEvent it uses.</param>
    /// <param name="options">The stack's options, for the timeouts; null: the defaults.</param>
    /// <exception cref="InvalidNetworkException">The definition has faults.</exception>
    public static JsonObject Compile(JobNetwork network, RunJobStackNames names, RunJobStackOptions? options = null)
    {
        options ??= new RunJobStackOptions();
        var faults = NetworkValidator.Validate(network, names);
        if (faults.Count > 0)
        {
            throw new InvalidNetworkException(faults);
        }

        var first = network.Jobs[0].Name;
        var asksForTags = network.Jobs.Any(job => job.Tag is null);
        var states = new List<KeyValuePair<string, JsonValue>>();
        if (asksForTags)
        {
            states.AddRange(TagStates.Build(network, first));
        }

        states.AddRange(Sequence(network, names, options));
        states.AddRange(FailureStates.Build(network, names, options));
        return Asl.Machine(network.Description ?? "", asksForTags ? NetworkStateNames.ReadInput : first, Timeout(network, options), states);
    }

    /// <summary>The network's state machine as an artefact, with the tags that mark it as ours.</summary>
    /// <exception cref="InvalidNetworkException">The definition has faults.</exception>
    public static StateMachineArtefact Artefact(JobNetwork network, RunJobStackNames names, RunJobStackOptions? options = null)
    {
        options ??= new RunJobStackOptions();
        return new StateMachineArtefact(
            names.NetworkMachine(network.Name),
            names.NetworkMachineArn(network.Name),
            network.Description ?? $"Job network '{network.Name}'.",
            Compile(network, names, options),
            names.RoleArn(names.NetworkRole))
        {
            Tags = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [StackTags.Stack] = names.StackName,
                [StackTags.Network] = network.Name,
                [StackTags.Channel] = network.AlertChannel ?? options.DefaultChannel,
            },
        };
    }

    // The seam for other orders than one after the other: whatever places the jobs, a job's state comes from JobState.
    private static IEnumerable<KeyValuePair<string, JsonValue>> Sequence(JobNetwork network, RunJobStackNames names, RunJobStackOptions options)
    {
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            var next = i + 1 < network.Jobs.Count ? network.Jobs[i + 1].Name : null;
            yield return Asl.State(
                network.Jobs[i].Name, JobState.Build(network.Jobs[i], network.Name, names, options, NetworkStateNames.Failure(i), next));
        }
    }

    // The last net, beyond all that the parts may rightly take: every job with its retries and their waits, then the alert.
    private static int Timeout(JobNetwork network, RunJobStackOptions options)
    {
        var parts = new List<long> { FailureStates.LongestAlert, JobTimeouts.Margin };
        foreach (var job in network.Jobs)
        {
            var once = new JobTimeouts(job.ExecutionTimeout, options).Job;
            parts.Add(once);
            var wait = (double)(job.Retry?.IntervalSeconds ?? 0);
            for (var i = 0; i < (job.Retry?.MaxAttempts ?? 0); i++)
            {
                parts.Add(once + (long)Math.Min(wait, job.Retry!.MaxDelaySeconds ?? 31_622_400));
                wait *= job.Retry!.BackoffRate;
            }
        }

        return JobTimeouts.Sum(parts.ToArray());
    }
}
