namespace JobMgmt.Runtime.Automation.Executions;

/// <summary>Statuses of automations and steps, in AWS's words.</summary>
internal static class AutomationStatus
{
    public const string Pending = "Pending";
    public const string InProgress = "InProgress";
    public const string Success = "Success";
    public const string TimedOut = "TimedOut";
    public const string Cancelling = "Cancelling";
    public const string Cancelled = "Cancelled";
    public const string Failed = "Failed";
}
