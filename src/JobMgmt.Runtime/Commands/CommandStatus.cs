using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Commands;

/// <summary>The statuses of commands and invocations, and how a command's follows from its invocations'.</summary>
internal static class CommandStatus
{
    public const string Pending = "Pending";
    public const string InProgress = "InProgress";
    public const string Success = "Success";
    public const string Cancelling = "Cancelling";
    public const string Cancelled = "Cancelled";
    public const string Failed = "Failed";
    public const string TimedOut = "TimedOut";

    public const string Undeliverable = "Undeliverable";
    public const string Terminated = "Terminated";
    public const string DeliveryTimedOut = "DeliveryTimedOut";
    public const string ExecutionTimedOut = "ExecutionTimedOut";
    public const string Incomplete = "Incomplete";
    public const string NoInstancesInTag = "NoInstancesInTag";

    /// <summary>Whether the invocation counts against MaxErrors: delivery timeouts and undeliverable ones do not.</summary>
    public static bool IsError(CommandInvocationRecord invocation) =>
        invocation.Status is Failed or TimedOut && invocation.StatusDetails is not (DeliveryTimedOut or Undeliverable or Terminated);

    /// <summary>
    /// The command's status and details. One whose nodes all ended well is a Success; one with more errors than MaxErrors has its errors' status; one with fewer, or
    /// with nodes that were not reached, is Failed, Incomplete.
    /// </summary>
    public static (string Status, string Details) Of(IReadOnlyCollection<CommandInvocationRecord> invocations, long maxErrors)
    {
        if (invocations.Any(invocation => !invocation.HasEnded))
        {
            var open = invocations.Any(invocation => invocation.Status == Cancelling) ? Cancelling
                : invocations.All(invocation => invocation.Status == Pending) ? Pending : InProgress;
            return (open, open);
        }

        if (invocations.All(invocation => invocation.Status == Success))
        {
            return (Success, Success);
        }

        if (invocations.Any(invocation => invocation.Status == Cancelled))
        {
            return (Cancelled, Cancelled);
        }

        // one node: its own status. Several: the one that more nodes ended with than MaxErrors allows, else Incomplete
        var kinds = invocations.Where(invocation => invocation.Status != Success).GroupBy(invocation => (invocation.Status, invocation.StatusDetails)).ToArray();
        if (invocations.Count == 1)
        {
            return kinds[0].Key;
        }

        var most = kinds.Where(kind => kind.Key.StatusDetails is not (Undeliverable or Terminated) && kind.Count() > maxErrors).MaxBy(kind => kind.Count());
        return most?.Key ?? (invocations.Count(IsError) > maxErrors ? (Failed, Failed) : (Failed, Incomplete));
    }
}
