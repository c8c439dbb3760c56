using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>ActionAfterCompletion: a schedule that wants it is deleted when it has no time left and its target is owed nothing.</summary>
internal static class CompletedSchedules
{
    /// <summary>Deletes it if so; whether it did.</summary>
    public static bool Remove(StoreConnection store, Schedule schedule)
    {
        if (!schedule.IsDeletedAtEnd || !schedule.IsEnabled || schedule.Due is not null || InvocationStore.HasAny(store, schedule.Id))
        {
            return false;
        }

        ScheduleStore.Delete(store, schedule.Id);
        return true;
    }
}
