using System.Threading.Channels;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>Waits for the next time of all schedules and rules, takes what has come, and sends targets what they are owed.</summary>
internal sealed class ScheduleLoop(
    Database database, ScheduleTicker ticker, ScheduledRules rules, InvocationSender sender, RuntimeIdentity identity, TimeProvider time, ILogger<ScheduleLoop> log) : IRuntimeLoop, IDisposable
{
    private const int Batch = 200;
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(30); // a machine that slept, or whose clock was set, is noticed then
    private static readonly TimeSpan _storePause = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Something may be due sooner than it was.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public Task StartAsync()
    {
        _loop = Task.Run(RunAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await sender.StopAsync();
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await TurnAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return; // the rest stays in the store
            }
            catch (Exception error)
            {
                log.LogError("Schedules can't be looked at: {Reason}", error.Message);
                await Task.Delay(_storePause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TurnAsync()
    {
        var now = time.GetUtcNow();
        if (database.Read(store => ScheduleStore.IsAnyDue(store, now)))
        {
            await TickAsync(now);
        }

        now = time.GetUtcNow();
        var (invocations, next) = database.Read(store => (InvocationStore.Due(store, now, sender.MostAtOnce), ScheduleStore.NextDue(store, now)));
        sender.Send(invocations, Wake, _stop.Token);
        await WaitAsync(next);
    }

    /// <summary>Each in a change of its own, which share a commit: one that can't be read does not hold up the others.</summary>
    private async Task TickAsync(DateTimeOffset now)
    {
        var (schedules, due) = database.Read(store => (ScheduleStore.Due(store, now, Batch), EventStore.DueRules(store, now, Batch)));
        await Task.WhenAll([
            .. schedules.Select(schedule => TryAsync(
                schedule.Arn(identity),
                store => ticker.TickCurrent(store, schedule.Id, now),
                store => ScheduleStore.SetDue(store, schedule.Id, null))),
            .. due.Select(rule => TryAsync(
                EventRule.ArnOf(identity, rule.Rule.Name),
                store => rules.Tick(store, rule.Rule.Name, now),
                store => EventStore.SetDue(store, rule.Rule.Name, rule.Origin, null))),
        ]);
    }

    private async Task TryAsync(string arn, Action<StoreConnection> tick, Action<StoreConnection> leave)
    {
        try
        {
            await database.WriteAsync(tick);
        }
        catch (Exception error) when (error is not StoreUnavailableException)
        {
            log.LogError(error, "{Arn} can't be carried out, and is left alone until it is updated", arn);
            await database.WriteAsync(leave);
        }
    }

    private async Task WaitAsync(DateTimeOffset? next)
    {
        if (next is not { } due)
        {
            await _wake.Reader.ReadAsync(_stop.Token);
            return;
        }

        var wait = due - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = time.CreateTimer(
            _ => Wake(), null, wait > _longestWait ? _longestWait : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        if (due > time.GetUtcNow()) // the clock may have gone on before the timer was there
        {
            await _wake.Reader.ReadAsync(_stop.Token);
        }
    }
}
