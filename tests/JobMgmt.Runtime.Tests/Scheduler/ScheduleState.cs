using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JobMgmt.Runtime.Tests.Scheduler;

/// <summary>Whether a runtime's schedules have nothing to do, as its store says.</summary>
internal static class ScheduleState
{
    public static bool IsSettled(TestRuntime runtime, DateTimeOffset now) => runtime.Host.Services.GetRequiredService<Database>().Read(store =>
        !ScheduleStore.IsAnyDue(store, now) && InvocationStore.Due(store, now, 1).Count == 0 && EventStore.DueDeliveries(store, now, 1).Count == 0);
}
