using System.Collections.Concurrent;
using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>
/// Calls targets. An invocation's row goes in the transaction in which its target accepts, so a restart neither loses nor repeats one. What fails for now is tried again
/// as the target's RetryPolicy says; what is refused for good, or for too long, is reported.
/// </summary>
internal sealed class InvocationSender(
    Database database, IServiceProvider services, ScheduleTargets targets, ScheduleReport report, RuntimeIdentity identity, TimeProvider time, ILogger<InvocationSender> log)
{
    private const int MostUnderWay = 64;
    private const int LongestPause = 600; // seconds
    private readonly ConcurrentDictionary<long, Task> _underWay = new();

    /// <summary>How many invocations to look at: those under way are still in the store.</summary>
    public int MostAtOnce => 2 * MostUnderWay;

    /// <summary>Calls the targets that are not being called already; those that have to wait are sent when there is room.</summary>
    /// <param name="invocations">What is due.</param>
    /// <param name="ended">Told after each.</param>
    /// <param name="stopping">The runtime stops.</param>
    public void Send(IReadOnlyList<ScheduleInvocation> invocations, Action ended, CancellationToken stopping)
    {
        foreach (var invocation in invocations)
        {
            if (_underWay.Count >= MostUnderWay)
            {
                return;
            }

            if (_underWay.ContainsKey(invocation.Id))
            {
                continue;
            }

            var done = new TaskCompletionSource();
            _underWay[invocation.Id] = done.Task;
            _ = Task.Run(
                async () =>
                {
                    try
                    {
                        await SendAsync(invocation, stopping);
                    }
                    finally
                    {
                        _underWay.TryRemove(invocation.Id, out _);
                        done.SetResult();
                        ended();
                    }
                },
                CancellationToken.None);
        }
    }

    public Task StopAsync() => Task.WhenAll(_underWay.Values);

    private async Task SendAsync(ScheduleInvocation invocation, CancellationToken stopping)
    {
        try
        {
            await CallAsync(invocation, stopping);
        }
        catch (ServiceException error) when (error.Status < 500)
        {
            await TryWriteAsync(store => GiveUp(store, invocation, error.Code, error.ServiceMessage));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // it is called at the next start
        }
        catch (Exception error)
        {
            await TryWriteAsync(store => Postpone(store, invocation, error));
        }
    }

    private async Task CallAsync(ScheduleInvocation invocation, CancellationToken stopping)
    {
        var isRecorded = false;
        void Record(StoreConnection store, JsonObject answer)
        {
            if (answer.Number("FailedEntryCount") > 0)
            {
                var entry = answer.Objects("Entries").First(item => item.Contains("ErrorCode"));
                throw new ServiceException(entry.Text("ErrorCode")!, entry.Text("ErrorMessage"));
            }

            isRecorded = Remove(store, invocation)
                ? true
                : throw new ServiceException("ResourceNotFoundException", "The invocation is over."); // the schedule was deleted or disabled meanwhile, or it is there already: the call is undone
        }

        var call = targets.Call(invocation);
        var answer = await services.GetRequiredService<ServiceRouter>().InvokeAsync(
            call.Service, call.Operation, call.Request, new CallContext(database, Guid.NewGuid().ToString(), Record, stopping));
        if (!isRecorded)
        {
            await database.WriteAsync(store => Record(store, answer)); // an operation that changes nothing
        }
    }

    private async Task TryWriteAsync(Action<StoreConnection> change)
    {
        try
        {
            await database.WriteAsync(change);
        }
        catch (StoreUnavailableException error)
        {
            log.LogError("An invocation's end can't be written down yet: {Reason}", error.Message); // it is due still
            await Task.Delay(TimeSpan.FromSeconds(1), time);
        }
    }

    private void Postpone(StoreConnection store, ScheduleInvocation invocation, Exception error)
    {
        var policy = invocation.Target.Object("RetryPolicy")!;
        var again = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(LongestPause, Math.Pow(2, invocation.Attempts)));
        var isTooLate = again - invocation.Scheduled > TimeSpan.FromSeconds(policy.Number("MaximumEventAgeInSeconds")!.Value);
        if (invocation.Attempts >= policy.Number("MaximumRetryAttempts") || isTooLate)
        {
            GiveUp(store, invocation, (error as ServiceException)?.Code ?? "InternalFailure", error.Message);
        }
        else
        {
            InvocationStore.Postpone(store, invocation.Id, again);
        }
    }

    private void GiveUp(StoreConnection store, ScheduleInvocation invocation, string error, string? cause)
    {
        if (Remove(store, invocation))
        {
            report.Failed(store, invocation, invocation.ScheduleArn(identity), error, cause);
        }
    }

    private static bool Remove(StoreConnection store, ScheduleInvocation invocation)
    {
        var isThere = InvocationStore.Remove(store, invocation.Id);
        if (ScheduleStore.Find(store, invocation.Schedule) is { } schedule)
        {
            CompletedSchedules.Remove(store, schedule);
        }

        return isThere;
    }
}
