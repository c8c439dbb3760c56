using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobAlerts;

/// <summary>The error records that speak of alerts; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobAlertErrors
{
    public static ErrorRecord ChannelNotFound(string channel, IReadOnlyList<string> channels) => ErrorRecords.Make(
        "JobAlertChannelUnknown", ErrorCategory.ObjectNotFound, channel,
        $"The stack has no alert channel '{channel}'; it has {string.Join(", ", channels)}. The alerts of a network are shown by Get-JobAlert -NetworkName '{channel}'.");

    public static ErrorRecord AlertNotFound(string eventId) => ErrorRecords.Make(
        "JobAlertNotFound", ErrorCategory.ObjectNotFound, eventId,
        $"No channel's log has an alert with the event id '{eventId}'. Get-JobAlert shows those that it has: Get-JobAlert -Status Open | Confirm-JobAlert.");

    public static ErrorRecord AlertNotConfirmed(string eventId, string why) => ErrorRecords.Make(
        "JobAlertNotConfirmed", ErrorCategory.InvalidResult, eventId, $"EventBridge did not take the confirmation of the alert '{eventId}': {why}. Try again.");
}
