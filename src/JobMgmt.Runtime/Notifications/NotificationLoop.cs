using System.Collections.Concurrent;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Notifications;

/// <summary>
/// Sends what has to leave the machine, several at a time: an endpoint that does not answer holds up no other one. A notification's row goes once the other side has taken
/// it, so a restart loses none; one that was just being sent is sent again. What fails is tried again with growing pauses, as often and as long as it may be.
/// </summary>
internal sealed class NotificationLoop(
    Database database, IEnumerable<INotificationSender> senders, IServiceProvider services, TimeProvider time, ILogger<NotificationLoop> log) : IRuntimeLoop, IDisposable
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _storePause = TimeSpan.FromSeconds(1);
    private readonly INotificationSender[] _senders = [.. senders];
    private readonly ConcurrentDictionary<long, Task> _sending = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Writes a notification down in the caller's transaction; it is sent once that is committed.</summary>
    public void Add(StoreConnection store, Notification notification)
    {
        NotificationStore.Add(store, notification);
        store.AfterCommit(Wake);
    }

    public Task StartAsync()
    {
        _loop = Task.Run(RunAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await Task.WhenAll(_sending.Values);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _wake.Dispose();
    }

    private void Wake() => _wake.Release();

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                var (due, next) = database.Read(store => (NotificationStore.Due(store, now, MostAtOnce + _sending.Count), NotificationStore.NextAfter(store, now)));
                foreach (var notification in due.Where(notification => !_sending.ContainsKey(notification.Id)).Take(MostAtOnce - _sending.Count))
                {
                    Begin(notification);
                }

                await WaitAsync(next);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // the runtime stops; the rest stays in the store
        }
    }

    private async Task WaitAsync(DateTimeOffset? next)
    {
        using var timer = next is { } due
            ? time.CreateTimer(_ => Wake(), null, due > time.GetUtcNow() ? due - time.GetUtcNow() : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            : null;
        if (!(next <= time.GetUtcNow())) // the clock may have gone on before the timer was there
        {
            await _wake.WaitAsync(_stop.Token);
        }
    }

    private void Begin(Notification notification)
    {
        var begun = new TaskCompletionSource();
        _sending[notification.Id] = Task.Run(async () =>
        {
            await begun.Task; // the row must be known as being sent before it can cease to be
            await TrySendAsync(notification);
            _sending.TryRemove(notification.Id, out _);
            Wake();
        });
        begun.SetResult();
    }

    private async Task TrySendAsync(Notification notification)
    {
        try
        {
            await EndAsync(notification, await AttemptAsync(notification));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // not known to be taken: it is sent again when the runtime starts
        }
        catch (StoreUnavailableException error)
        {
            log.LogError("What was sent can't be recorded: {Reason}", error.Message);
            await Task.WhenAny(Task.Delay(_storePause, time, _stop.Token));
        }
    }

    private async Task<SendResult> AttemptAsync(Notification notification)
    {
        try
        {
            return Array.Find(_senders, sender => sender.Sends(notification)) is { } found
                ? await found.SendAsync(notification, _stop.Token)
                : SendResult.Refused("nothing sends there");
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreUnavailableException))
        {
            log.LogError(error, "A fault of the runtime in sending to {Destination}", notification.Destination);
            return SendResult.Failed(error.Message);
        }
    }

    private async Task EndAsync(Notification notification, SendResult result)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(_longestPause.TotalSeconds, Math.Pow(2, notification.Attempts)));
        var due = time.GetUtcNow() + (result.RetryAfter > pause ? result.RetryAfter.Value : pause);
        if (result.MayRetry && notification.Attempts + 1 < notification.MostAttempts && due <= notification.GiveUp)
        {
            await database.WriteAsync(store =>
            {
                NotificationStore.Postpone(store, notification.Id, due);
                if (notification.Attempts == 0)
                {
                    Report(store, DeliveryReport.Delayed, notification, result.Fault);
                }
            });
            return;
        }

        if (result.Fault is { } fault)
        {
            log.LogError(
                "{Origin}: a notification to {Destination} is given up after {Attempts} attempts: {Fault}",
                notification.Origin, notification.Destination, notification.Attempts + 1, fault);
        }

        await database.WriteAsync(store =>
        {
            NotificationStore.Remove(store, notification.Id);
            Report(store, result.Fault is null ? DeliveryReport.Delivered : DeliveryReport.Failed, notification, result.Fault);
        });
    }

    // The bus itself hands notifications to this loop.
    private void Report(StoreConnection store, string detailType, Notification notification, string? fault) =>
        DeliveryReport.Put(services.GetRequiredService<IEventBus>(), store, detailType, notification, fault);
}
