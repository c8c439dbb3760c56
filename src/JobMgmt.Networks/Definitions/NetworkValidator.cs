using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Expressions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Networks.Definitions;

/// <summary>Finds every fault of a network before it is sent anywhere. Never throws.</summary>
public static class NetworkValidator
{
    /// <summary>The longest time for which failures are folded, in seconds: a day.</summary>
    internal const int MaxDigest = 86_400;

    /// <summary>The faults of a network for a stack; none: it compiles.</summary>
    public static IReadOnlyList<NetworkFault> Validate(JobNetwork network, RunJobStackNames names)
    {
        var faults = new List<NetworkFault>();
        var thing = $"network '{network.Name}'";
        var longest = RunJobStackNames.MaxMachineName - names.NetworkMachine("").Length;
        if (!NameRules.IsMachineName(network.Name) || network.Name.Length > longest)
        {
            faults.Add(new NetworkFault(
                thing,
                "Name",
                $"The name does not make a state machine name with '{names.NetworkMachine("")}' in front.",
                $"Use 1 to {longest} characters without white space and without any of {NameRules.ForbiddenInMachineName}"));
        }
        else if (!TagRules.IsValue(network.Name))
        {
            faults.Add(new NetworkFault(thing, "Name", $"The name is a tag of the network's state machine too. {TagRules.Fault(network.Name)}", "Use letters and digits of any script and any of _ . = + - @"));
        }

        if (network.AlertChannel is not null && !NameRules.IsChannel(network.AlertChannel))
        {
            faults.Add(new NetworkFault(
                thing,
                "AlertChannel",
                $"'{network.AlertChannel}' is no channel name.",
                NameRules.ChannelFix));
        }

        if (network.AlertDigest is < 1 or > MaxDigest)
        {
            faults.Add(new NetworkFault(thing, "AlertDigest", "The time for which failures are folded is not usable.", "Give 1 second to a day (86400 s), such as 10m, or none."));
        }

        if (network.Timeout is < 1 or > JobTimeouts.MaxTimeoutSeconds)
        {
            faults.Add(new NetworkFault(thing, "Timeout", "The time limit is not usable.", "Give 1 to 99999999 seconds, or none."));
        }

        if (!Enum.IsDefined(typeof(IfRunning), network.IfRunning))
        {
            faults.Add(new NetworkFault(thing, "IfRunning", $"'{network.IfRunning}' is nothing that a run can do.", $"Use one of {string.Join(", ", Enum.GetNames(typeof(IfRunning)))}."));
        }

        TagRules.Check(thing, "Tag", network.Tag, faults);
        ParameterRules.Check(network, faults);
        DeadlineRules.Check(network, faults);
        if (network.Jobs.Count == 0)
        {
            faults.Add(new NetworkFault(thing, "Jobs", "The network has no job.", "Add at least one job."));
        }

        CheckNames(network, faults);
        OrderRules.Check(network, faults);
        NestedRules.Check(network, longest, faults);
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            JobValidator.Check(network.Jobs[i], $"Jobs[{i}]", faults);
        }

        AskingRules.Check(network, faults);
        TriggerValidator.Check(network, faults);
        return faults;
    }

    /// <summary>The faults of its jobs' names and order alone, which need no stack; none: it has a picture.</summary>
    public static IReadOnlyList<NetworkFault> ValidateOrder(JobNetwork network)
    {
        var faults = new List<NetworkFault>();
        CheckNames(network, faults);
        OrderRules.Check(network, faults);
        return faults;
    }

    private static void CheckNames(JobNetwork network, List<NetworkFault> faults)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < network.Jobs.Count; i++)
        {
            var name = network.Jobs[i].Name;
            if (seen.TryGetValue(name, out var first))
            {
                faults.Add(new NetworkFault(
                    $"job '{name}'", $"Jobs[{i}].Name", $"The name is already that of Jobs[{first}].", "Give each job of a network a name of its own."));
            }
            else
            {
                seen.Add(name, i);
            }

            if (NetworkStateNames.IsReserved(name))
            {
                faults.Add(new NetworkFault(
                    $"job '{name}'", $"Jobs[{i}].Name", "The compiled network has a step of its own by that name.", "Choose another name for the job."));
            }
        }
    }
}
