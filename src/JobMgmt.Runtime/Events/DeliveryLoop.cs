using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Events;

/// <summary>
/// Delivers what the bus wrote down. The delivery's row goes in the transaction in which the target accepts, so a restart neither loses nor repeats one. What fails for
/// now is tried again for 24 hours, 185 times at most, as EventBridge does; what the target refuses for good is dropped with a line in the runtime's log.
/// </summary>
internal sealed class DeliveryLoop(Database database, IServiceProvider services, TimeProvider time, ILogger<DeliveryLoop> log) : IRuntimeLoop, IDisposable
{
    private const int MostAttempts = 185;
    private const int Batch = 100;
    private static readonly TimeSpan _longestTry = TimeSpan.FromHours(24);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _storePause = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Something new is due.</summary>
    public void Wake() => _wake.Release();

    public Task StartAsync()
    {
        _loop = Task.Run(RunAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _wake.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var (due, next) = database.Read(store => (EventStore.DueDeliveries(store, time.GetUtcNow(), Batch), EventStore.NextDelivery(store)));
                if (!await TryDeliverAsync(due))
                {
                    await Task.Delay(_storePause, time, _stop.Token);
                    continue;
                }

                if (due.Count == 0)
                {
                    await WaitAsync(next);
                }
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

    /// <summary>False where the store can't be written: what is due stays due.</summary>
    private async Task<bool> TryDeliverAsync(List<EventDelivery> due)
    {
        try
        {
            await Task.WhenAll(due.Select(DeliverAsync)); // together, so that what they write shares its commits
            return true;
        }
        catch (StoreUnavailableException error)
        {
            log.LogError("Events can't be delivered yet: {Reason}", error.Message);
            return false;
        }
    }

    private async Task DeliverAsync(EventDelivery delivery)
    {
        var call = new CallContext(database, Guid.NewGuid().ToString(), (store, _) => EventStore.RemoveDelivery(store, delivery.Id), _stop.Token);
        try
        {
            var (service, operation, request) = delivery.Target.Call(delivery.Payload);
            await services.GetRequiredService<ServiceRouter>().InvokeAsync(service, operation, request, call);
        }
        catch (ServiceException error) when (error.Status < 500)
        {
            log.LogWarning("Rule {Rule}: target {Target} refused an event: {Code}: {Message}", delivery.Rule, delivery.Target.Arn, error.Code, error.ServiceMessage);
            await database.WriteAsync(store => EventStore.RemoveDelivery(store, delivery.Id));
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreUnavailableException))
        {
            await RetryAsync(delivery, error);
        }
    }

    private async Task RetryAsync(EventDelivery delivery, Exception error)
    {
        var now = time.GetUtcNow();
        var pause = TimeSpan.FromSeconds(Math.Min(_longestPause.TotalSeconds, Math.Pow(2, delivery.Attempts)));
        if (delivery.Attempts + 1 >= MostAttempts || now + pause - delivery.Accepted > _longestTry)
        {
            log.LogError(error, "Rule {Rule}: an event for {Target} is given up after {Attempts} attempts", delivery.Rule, delivery.Target.Arn, delivery.Attempts + 1);
            await database.WriteAsync(store => EventStore.RemoveDelivery(store, delivery.Id));
            return;
        }

        await database.WriteAsync(store => EventStore.PostponeDelivery(store, delivery.Id, now + pause));
    }
}
