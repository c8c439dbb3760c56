using System.Security.Cryptography;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>
/// Takes a schedule's time: what its target is owed is written down in the transaction that moves the schedule on to its next time, so that none is lost and none comes
/// twice, wherever the runtime is killed.
/// </summary>
internal sealed class ScheduleTicker(ScheduleReport report, RuntimeIdentity identity)
{
    /// <summary>Takes the schedule's time, if it has come, in the caller's transaction.</summary>
    /// <returns>The schedule as it is then; null where it had nothing left to do and is deleted.</returns>
    public Schedule? Tick(StoreConnection store, Schedule schedule, DateTimeOffset now)
    {
        if (schedule.Due is not { } due || due > now)
        {
            return schedule;
        }

        var age = TimeSpan.FromSeconds(schedule.Target.Object("RetryPolicy")!.Number("MaximumEventAgeInSeconds")!.Value);
        var plan = DuePlan.Of(due, now, age + schedule.Window, schedule.Next);
        if (plan.Missed > 0)
        {
            report.Missed(store, schedule.Arn(identity), plan);
        }

        if (plan.Fire is { } at)
        {
            InvocationStore.Add(store, schedule, at, at + Delay(schedule.Window));
        }

        var moved = schedule with { Due = plan.Next };
        ScheduleStore.SetDue(store, moved.Id, moved.Due);
        return CompletedSchedules.Remove(store, moved) ? null : moved;
    }

    /// <summary>As the other, of the schedule as it is in the transaction; it may have gone.</summary>
    public void TickCurrent(StoreConnection store, long id, DateTimeOffset now)
    {
        if (ScheduleStore.Find(store, id) is { } schedule)
        {
            Tick(store, schedule, now);
        }
    }

    private static TimeSpan Delay(TimeSpan window) =>
        window == TimeSpan.Zero ? window : TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)window.TotalMilliseconds));
}
