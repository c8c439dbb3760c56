using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Logs;

/// <summary>Once an hour deletes what is past its group's retention.</summary>
internal sealed class LogRetention(Database database, TimeProvider time) : IRuntimeLoop
{
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);
    private ITimer? _timer;

    public Task StartAsync()
    {
        _timer = time.CreateTimer(_ => database.WriteAsync(store => LogStore.DeleteExpired(store, time.GetUtcNow())), null, TimeSpan.FromMinutes(1), _period);
        return Task.CompletedTask;
    }

    public async Task StopAsync() => await (_timer?.DisposeAsync() ?? ValueTask.CompletedTask);
}
