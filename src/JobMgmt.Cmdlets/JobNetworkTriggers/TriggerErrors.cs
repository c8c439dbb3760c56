using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>The records of what fails with triggers.</summary>
internal static class TriggerErrors
{
    public static ErrorRecord NotFound(string network, string name) => Make(
        "JobNetworkTriggerNotFound", ErrorCategory.ObjectNotFound, name, $"The job network '{network}' has no trigger '{name}'. Get-JobNetworkTrigger '{network}' lists those that it has.");

    public static ErrorRecord Exists(string network, string name) => Make(
        "JobNetworkTriggerExists", ErrorCategory.ResourceExists, name,
        $"The job network '{network}' has a trigger '{name}' already. Change it with Set-JobNetworkTrigger, give the new one another -Name, or replace it with -Force.");

    public static ErrorRecord Invalid(string network, IReadOnlyList<NetworkFault> faults) => Make(
        "InvalidJobNetworkTrigger", ErrorCategory.InvalidArgument, faults[0].Thing,
        $"The trigger of the job network '{network}' is not usable. {string.Join(" ", faults.Select(fault => fault.ToString()))}");

    public static ErrorRecord NoGroup(RunJobStackNames names) => Make(
        "JobMgmtScheduleGroupNotFound", ErrorCategory.ObjectNotFound, names.ScheduleGroup,
        $"The schedule group '{names.ScheduleGroup}' is not there: the stack was published by an earlier version. Publish it again: Publish-RunJobStack.");

    public static ErrorRecord Ambiguous(string network, IEnumerable<string> names) => Make(
        "JobNetworkTriggerAmbiguous", ErrorCategory.InvalidArgument, network,
        $"The job network '{network}' has several triggers: {string.Join(", ", names)}. Say which with -Name.");

    public static ErrorRecord NoPathOnAws(string network, JobTrigger trigger) => Make(
        "JobNetworkTriggerNotOnAws", ErrorCategory.InvalidOperation, network,
        $"Files that arrive at '{trigger.OnPath}' can start the job network '{network}' on the local runtime's machine only. On AWS, put them into S3 and use -OnFile s3://bucket/prefix.");

    public static ErrorRecord NoBucket(string bucket) => Make(
        "BucketNotFound", ErrorCategory.ObjectNotFound, bucket, $"There is no bucket '{bucket}'. Create it first (aws s3 mb s3://{bucket}), or correct -OnFile.");

    public static ErrorRecord Circle(string network, string other) => Make(
        "JobNetworkTriggerCircle", ErrorCategory.InvalidArgument, network,
        $"The job network '{other}' comes, by its own triggers, after '{network}': each would start the other again and again. Remove one of these triggers (Get-JobNetworkTrigger).");

    public static ErrorRecord NetworkIsAwaited(string network, IEnumerable<DeployedJobTrigger> triggers) => Make(
        "JobNetworkInUse", ErrorCategory.ResourceBusy, network,
        $"The job network '{network}' was not removed: the triggers {string.Join(", ", triggers)} start after it, and would never start anything again. Remove them first (Remove-JobNetworkTrigger), or use -Force.");

    public static ErrorRecord CalendarMissing(DeployedJobTrigger trigger) => Make(
        "JobCalendarNotFound", ErrorCategory.ObjectNotFound, trigger,
        $"When the trigger {trigger} is due can't be told: its calendar '{trigger.Calendar}' is not there. Make it (New-JobCalendar '{trigger.Calendar}'), or give the trigger another one (Set-JobNetworkTrigger '{trigger.NetworkName}' -Name '{trigger.Name}' -Calendar).");

    public static ErrorRecord CalendarIsUsed(string calendar, IEnumerable<DeployedJobTrigger> triggers) => Make(
        "JobCalendarInUse", ErrorCategory.ResourceBusy, calendar,
        $"The calendar '{calendar}' is that of the triggers {string.Join(", ", triggers)}, which could not start anything without it. Give them another one (Set-JobNetworkTrigger -Calendar), or remove it with -Force.");

    private static ErrorRecord Make(string id, ErrorCategory category, object target, string message) =>
        new(new InvalidOperationException(message), id, category, target);
}
