using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Definitions;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>The error records that speak of alert channels; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobAlertChannelErrors
{
    public static ErrorRecord UnknownChannel(string channel, IReadOnlyList<string> channels) => ErrorRecords.Make(
        "JobAlertChannelUnknown", ErrorCategory.ObjectNotFound, channel,
        $"The stack has no alert channel '{channel}'; it has {string.Join(", ", channels)}. Name one of these, or make the channel: "
        + $"New-JobAlertChannel {channel}.");

    public static ErrorRecord ChannelExists(string channel) => ErrorRecords.Make(
        "JobAlertChannelExists", ErrorCategory.ResourceExists, channel, $"The alert channel '{channel}' is there already. Change its targets with Set-JobAlertChannel {channel}.");

    public static ErrorRecord ChannelInvalid(string channel, string fault) => ErrorRecords.Make(
        "JobAlertChannelInvalid", ErrorCategory.InvalidArgument, channel, $"The alert channel '{channel}' can't be made like this: {fault}");

    public static ErrorRecord ChannelIsDefault(string channel) => ErrorRecords.Make(
        "JobAlertChannelIsDefault", ErrorCategory.InvalidOperation, channel,
        $"The alert channel '{channel}' takes the alerts that name no channel, so it was not removed. Choose another one first: Publish-RunJobStack -DefaultChannel NAME.");

    public static ErrorRecord ChannelIsUsed(string channel, IReadOnlyList<string> networks) => ErrorRecords.Make(
        "JobAlertChannelInUse", ErrorCategory.ResourceBusy, channel,
        $"The alert channel '{channel}' was not removed: the job networks {string.Join(", ", networks.Take(10).Select(network => $"'{network}'"))}{(networks.Count > 10 ? ", ..." : "")} or jobs of theirs name it, and these alerts would go to the log of unknown channels alone. "
        + "Give them another one (Set-JobNetwork -AlertChannel, New-JobDefinition -AlertChannel), or remove it with -Force.");

    public static ErrorRecord ChannelTargetRefused(string channel, string target, string why) => ErrorRecords.Make(
        "JobAlertChannelTargetRefused", ErrorCategory.InvalidResult, channel,
        $"EventBridge did not take the target '{target}' of the alert channel '{channel}': {why.TrimEnd('.')}. Mend the cause and give the target again.");

    /// <summary>A channel that could not be made, with the cause's id and category.</summary>
    public static ErrorRecord ChannelNotMade(string channel, ErrorRecord cause) => ErrorRecords.Make(
        cause.FullyQualifiedErrorId, cause.CategoryInfo.Category, channel, $"The alert channel '{channel}' was not made, and nothing is left of it. {cause.Exception.Message}", cause.Exception);

    public static ErrorRecord ChannelTestNotTaken(string channel, string why) => ErrorRecords.Make(
        "JobAlertChannelTestNotTaken", ErrorCategory.InvalidResult, channel, $"EventBridge did not take the test alert of the channel '{channel}': {why.TrimEnd('.')}. Try again.");
}
