using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Notifications;

/// <summary>What a runtime still has to send, as its store says.</summary>
internal static class NotificationState
{
    /// <summary>Lets time go on until nothing is owed any more. It stands while something is being sent: however busy the machine is, no answer is late by this clock.</summary>
    public static Task SettleAsync(TestRuntime runtime, FakeTimeProvider clock) => Eventually.IsTrueAsync(() =>
    {
        var now = clock.GetUtcNow();
        var (isSending, next) = runtime.Host.Services.GetRequiredService<Database>().Read(store => (NotificationStore.Due(store, now, 1).Count > 0, NotificationStore.NextAfter(store, now)));
        if (!isSending && next is { } due)
        {
            clock.SetUtcNow(due);
        }

        return !isSending && next is null;
    });
}
