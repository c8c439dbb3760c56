namespace JobMgmt.Networks.Definitions;

/// <summary>The faults of a job that is a network: it has nothing that only a command has.</summary>
internal static class NestedRules
{
    /// <summary>What is a command's own, and whether a job has it.</summary>
    private static readonly (string Member, Func<JobDefinition, bool> IsGiven)[] OfCommands =
    {
        ("Command", job => job.Command.Count > 0),
        ("Environment", job => job.Environment is { Count: > 0 }),
        ("Secret", job => job.Secret is { Count: > 0 }),
        ("Output", job => job.Output != JobOutput.None),
        ("SuccessExitCode", job => job.SuccessExitCode is not null),
        ("ErrorName", job => job.ErrorName is { Count: > 0 }),
        ("WorkingDirectory", job => job.WorkingDirectory is not null),
        ("ExecutionTimeout", job => job.ExecutionTimeout != JobDefinition.DefaultExecutionTimeout),
    };

    internal static void Check(JobDefinition job, Action<string, string, string> fault)
    {
        if (job.Network is null)
        {
            if (job.Parameter is not null)
            {
                fault("Parameter", "The job is no network, so nothing takes the parameters.", "Leave Parameter out, or name a Network in place of the Command.");
            }

            return;
        }

        if (!NameRules.IsMachineName(job.Network))
        {
            fault("Network", $"'{job.Network}' is no network's name.", "Give the name of the network that the job is to run.");
        }

        if (job.ForEach is not null)
        {
            fault("ForEach", "A job that is a network can't run for each item of a list: nothing would tell its jobs the item.", "Give the network's own jobs the list, or leave ForEach out.");
        }

        foreach (var (member, _) in OfCommands.Where(item => item.IsGiven(job)))
        {
            fault(member, $"The job is the network '{job.Network}', whose jobs have each its own {member}.", $"Leave {member} out, or Network.");
        }

        if (job.Parameter?.Keys.FirstOrDefault(string.IsNullOrWhiteSpace) is not null)
        {
            fault("Parameter", "A parameter has no name.", "Give each the name that it has in the network.");
        }

        // Of a network that did not succeed, Step Functions tells the same error whatever has happened in it.
        foreach (var error in job.Retry.SelectMany(policy => policy.ErrorName).Where(error => error is not (JobErrors.ExecutionFailed or "States.ALL" or "States.Timeout")))
        {
            fault("Retry.ErrorName", $"A network that fails is no '{error}' for the job that it is, whatever its own error.", "Name ExecutionFailed: the whole network is run again.");
        }
    }

    /// <summary>The faults that a network's own name shows: it is one of its jobs, or one's name is too long for the stack.</summary>
    internal static void Check(JobNetwork network, int longest, List<NetworkFault> faults)
    {
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            if (network.Jobs[i].Network is not { } nested)
            {
                continue;
            }

            var (thing, place) = ($"job '{network.Jobs[i].Name}'", $"Jobs[{i}].Network");
            if (nested == network.Name)
            {
                faults.Add(new NetworkFault(thing, place, $"The network '{network.Name}' would start itself, and that one itself again, without an end.", "Name another network."));
            }
            else if (nested.Length > longest)
            {
                faults.Add(new NetworkFault(thing, place, $"'{nested}' is longer than the {longest} characters that a network's name may have.", "Give the name of the network that the job is to run."));
            }
        }
    }
}
