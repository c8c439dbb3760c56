using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Definitions;

/// <summary>The faults of one job.</summary>
public static class JobValidator
{
    /// <summary>Every fault of a job by itself; what it shares with its network (unique names) is the network's to check.</summary>
    public static IReadOnlyList<NetworkFault> Validate(JobDefinition job)
    {
        var faults = new List<NetworkFault>();
        Check(job, "Job", faults);
        return faults;
    }

    /// <summary>Every fault of a retry policy by itself.</summary>
    public static IReadOnlyList<NetworkFault> Validate(JobRetryPolicy policy)
    {
        var faults = new List<NetworkFault>();
        RetryRules.Check(policy, (member, message, fix) => faults.Add(new NetworkFault("retry policy", member, message, fix)));
        return faults;
    }

    internal static void Check(JobDefinition job, string place, List<NetworkFault> faults)
    {
        var thing = $"job '{job.Name}'";
        void Fault(string member, string message, string fix) => faults.Add(new NetworkFault(thing, place + "." + member, message, fix));

        if (!NameRules.IsStateName(job.Name))
        {
            Fault("Name", "The name does not make a state name.", "Use 1 to 80 characters without control characters.");
        }

        NestedRules.Check(job, Fault);
        if (job.Network is null && job.Command.All(string.IsNullOrWhiteSpace))
        {
            Fault("Command", "The job has no command.", "Give at least one shell line.");
        }

        if (job.AlertChannel is not null && !NameRules.IsChannel(job.AlertChannel))
        {
            Fault("AlertChannel", $"'{job.AlertChannel}' is no channel name.", NameRules.ChannelFix);
        }

        CheckSize(job, Fault);
        EnvironmentRules.Check(job, Fault);
        ExpressionRules.Check(job, Fault);
        ExitCodeRules.Check(job, Fault);
        if (job.WorkingDirectory is not null && !job.WorkingDirectory.StartsWith("/", StringComparison.Ordinal))
        {
            Fault("WorkingDirectory", $"'{job.WorkingDirectory}' is not an absolute path; the agent ignores any other.", "Give a path that begins with '/', or none.");
        }

        if (job.ExecutionTimeout is < JobDefinition.MinExecutionTimeout or > JobDefinition.MaxExecutionTimeout)
        {
            Fault(
                "ExecutionTimeout",
                string.Format(CultureInfo.InvariantCulture, "{0} s is outside what the SSM agent honours; it would silently take 3600 s.", job.ExecutionTimeout),
                "Give 5 to 172800 seconds; let longer work run detached and have a second job wait for it.");
        }

        if (job.Tag is { Count: 0 })
        {
            Fault("Tag", "The job's own worker tags are empty.", "Name at least one tag, or leave them out to take those of the run.");
        }

        ItemRules.Check(job, Fault);
        LockRules.Check(job, Fault);
        TagRules.Check(thing, place + ".Tag", job.Tag, faults);
        RetryRules.Check(job.Retry, Fault);
        HoldRules.Check(job, Fault);
        DeadlineRules.Check(job, Fault);
    }

    private static void CheckSize(JobDefinition job, Action<string, string, string> fault)
    {
        var environment = JobCommands.Size(job.Environment);
        if (environment > JobCommands.MaxBytes / 2)
        {
            fault(
                "Environment",
                string.Format(CultureInfo.InvariantCulture, "The environment takes {0:N0} bytes; at most {1:N0} of what Automation carries are for it.", environment, JobCommands.MaxBytes / 2),
                "Put what is long into a file or a parameter, and give its name.");
        }
        else if (JobCommands.ArePacked(job.Command, environment)
            && ((JsonString)JobCommands.Write(job.Command, environment).Commands[0]).Value.Length is var packed && packed > JobCommands.MaxBytes - environment)
        {
            fault(
                "Command",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The commands take {0:N0} bytes, and packed still {1:N0}; Automation carries at most {2:N0}{3}.",
                    JobCommands.Size(job.Command),
                    packed,
                    JobCommands.MaxBytes - environment,
                    environment > 0 ? " beside the environment" : ""),
                "Put the script on the workers and call it from here.");
        }
    }
}
