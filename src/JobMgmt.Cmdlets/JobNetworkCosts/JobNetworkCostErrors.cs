using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>The error records that speak of costs; their form is <see cref="ErrorRecords"/>'s.</summary>
internal static class JobNetworkCostErrors
{
    public static ErrorRecord PriceInvalid(string name, string why) => ErrorRecords.Make(
        "JobPriceInvalid", ErrorCategory.InvalidArgument, name, $"{why} Give -Price @{{ StateTransition = 0.000025; AutomationStep = 0.002; ScriptSecond = 0.00003; Event = 0.000001 }}, or some of these.");
}
