using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>Makes a network's state machine. The same network always gives the same definition, so that publishing it twice changes nothing.</summary>
public static class NetworkCompiler
{
    /// <summary>The definition in the Amazon States Language (JSONata).</summary>
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

        var graph = network.Graph();
        var plan = NetworkPlan.Of(graph);
        var jobs = new PlanStates(network, graph, plan, names, options).Build(plan.Root, NetworkStateNames.AllSucceeded);
        var turns = network.IfRunning == IfRunning.Allow ? null : new TurnStates(network, names);
        var first = turns?.Before(jobs[0].Key).Concat(jobs).ToArray() ?? jobs;
        first = DeadlineStates.HasAny(network) ? first.Prepend(new DeadlineStates(network, names, options).OfRun(first[0].Key)).ToArray() : first;
        return Asl.Machine(
            network.Description ?? "",
            NetworkStateNames.ReadInput,
            network.Timeout ?? LongestRun(network, options),
            InputStates.Build(network, names, options, first[0].Key).Concat(first)
                .Concat(OutcomeStates.Build(network, graph, turns is not null)).Concat(turns?.After() ?? Enumerable.Empty<KeyValuePair<string, JsonValue>>()));
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
                [StackTags.Digest] = (network.AlertDigest ?? 0).ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    // The last net, beyond all that the parts may rightly take: the run's hold and its turn, every job with its retries and their waits, then the alert.
    private static int LongestRun(JobNetwork network, RunJobStackOptions options)
    {
        var parts = new List<long> { RunHoldState.Seconds, TurnStates.Seconds(network), AlertState.LongestAlert, JobTimeouts.Margin };
        foreach (var job in network.Jobs)
        {
            var once = job.Network is null ? (long)new JobTimeouts(job.ExecutionTimeout, options).Job * Rounds(job) : JobTimeouts.Network;
            parts.Add(once);
            parts.Add(job.Lock is null ? 0 : job.LockTimeout ?? JobDefinition.MaxLockTimeout);
            parts.Add(job.Hold ? HoldState.Seconds(job) : 0);
            foreach (var policy in job.Retry)
            {
                var wait = (double)policy.Interval;
                for (var i = 0; i < policy.MaxAttempts; i++)
                {
                    parts.Add(once + (long)Math.Min(wait, policy.MaxDelay ?? 31_622_400));
                    wait *= policy.BackoffRate;
                }
            }
        }

        return JobTimeouts.Sum(parts.ToArray());
    }

    // How often items may have to come one after the other.
    private static int Rounds(JobDefinition job)
    {
        var atOnce = Math.Min(job.MaxConcurrency ?? JobDefinition.MaxItemsAtOnce, JobDefinition.MaxItemsAtOnce);
        return job.ForEach is null ? 1 : Math.Max(1, ((job.ItemExpression is null ? job.ForEach.Count : JobDefinition.MaxItems) + atOnce - 1) / atOnce);
    }
}
