using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>
/// Says what did not happen: an event on the bus, in the transaction that gives it up, and a line in the runtime's log. (AWS sends what it gives up to the dead-letter
/// queue, which is not here, and has no downtime.)
/// </summary>
internal sealed class ScheduleReport(IEventBus bus, ILogger<ScheduleReport> log)
{
    private const string Source = "jobmgmt.scheduler";

    /// <summary>Times that passed while the runtime was away.</summary>
    public void Missed(StoreConnection store, string arn, DuePlan plan)
    {
        var (first, last) = (ScheduleInvocation.Iso(plan.FirstMissed!.Value), ScheduleInvocation.Iso(plan.LastMissed!.Value));
        bus.Put(store, Source, "Schedule Missed", [arn], JsonObject.Of(
            ("arn", arn), ("missed", plan.Missed), ("firstScheduledTime", first), ("lastScheduledTime", last), ("startedScheduledTime", plan.Fire is { } at ? ScheduleInvocation.Iso(at) : (JsonValue?)null)));
        store.AfterCommit(() => log.LogWarning("{Arn} missed {Count} times, from {First} to {Last}", arn, plan.Missed, first, last));
    }

    /// <summary>A target that refused for good, or for too long.</summary>
    public void Failed(StoreConnection store, ScheduleInvocation invocation, string arn, string error, string? cause)
    {
        bus.Put(store, Source, "Schedule Failed", [arn], JsonObject.Of(
            ("arn", arn),
            ("scheduledTime", invocation.ScheduledText),
            ("executionId", invocation.ExecutionId),
            ("attempts", invocation.Attempts + 1),
            ("target", invocation.Target.Text("Arn")),
            ("deadLetterArn", invocation.Target.Object("DeadLetterConfig")?.Text("Arn")),
            ("error", error),
            ("cause", cause)));
        store.AfterCommit(() => log.LogWarning(
            "{Arn}: target {Target} is not invoked for {Time}: {Error}: {Cause}", arn, invocation.Target.Text("Arn"), invocation.ScheduledText, error, cause));
    }
}
