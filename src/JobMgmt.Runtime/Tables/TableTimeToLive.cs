using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables;

/// <summary>Once an hour deletes the items whose time is over. One that expired more than five years ago stays, as on AWS: its time is more likely a mistake.</summary>
internal sealed class TableTimeToLive(Database database, TimeProvider time) : IRuntimeLoop
{
    private static readonly TimeSpan _period = TimeSpan.FromHours(1);
    private ITimer? _timer;

    public Task StartAsync()
    {
        _timer = time.CreateTimer(_ => database.WriteAsync(DeleteExpired), null, TimeSpan.FromMinutes(1), _period);
        return Task.CompletedTask;
    }

    public async Task StopAsync() => await (_timer?.DisposeAsync() ?? ValueTask.CompletedTask);

    private void DeleteExpired(StoreConnection store)
    {
        var now = time.GetUtcNow();
        foreach (var table in TableStore.List(store).Where(table => table.TimeToLive is not null))
        {
            var expired = new List<TableItemRecord>();
            TableStore.Scan(store, table.Id, null, item =>
            {
                if (item.Item[table.TimeToLive!] is JsonObject value && AttributeValues.Is(value, "N")
                    && AttributeValues.Number(value) is var at && at.CompareTo(Seconds(now)) < 0 && at.CompareTo(Seconds(now.AddYears(-5))) > 0)
                {
                    expired.Add(item);
                }

                return true;
            });
            expired.ForEach(item => TableStore.DeleteItem(store, table.Id, item.Hash, item.Range));
        }
    }

    private static TableNumber Seconds(DateTimeOffset instant) => TableNumber.Parse(instant.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
}
