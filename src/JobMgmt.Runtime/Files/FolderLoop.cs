using System.Globalization;
using System.Threading.Channels;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Files;

/// <summary>
/// Watches the folders that rules name, and puts an event on the bus for each file that arrives in one: in the transaction that notes the file, so that it is told once however
/// often the runtime is killed, and what came while it was away is told when it is back.
/// </summary>
internal sealed class FolderLoop(Database database, IEventBus bus, TimeProvider time, ILogger<FolderLoop> log) : IRuntimeLoop, IDisposable
{
    private static readonly TimeSpan _storePause = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<long, WatchedFolder> _folders = [];
    private Task _loop = Task.CompletedTask;
    private volatile bool _isChanged = true;
    private long _sequence;

    /// <summary>The folders that are watched are others than before.</summary>
    public void Changed()
    {
        _isChanged = true;
        Wake();
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
    }

    public void Dispose()
    {
        foreach (var folder in _folders.Values)
        {
            folder.Dispose();
        }

        _stop.Dispose();
    }

    private void Wake() => _wake.Writer.TryWrite(true);

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
                return; // what has not been told is found again
            }
            catch (Exception error)
            {
                log.LogError("Folders can't be looked at: {Reason}", error.Message);
                await Task.Delay(_storePause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TurnAsync()
    {
        if (_isChanged)
        {
            _isChanged = false;
            Reload();
        }

        foreach (var folder in _folders.Values)
        {
            var change = folder.Look(time);
            if (!change.IsEmpty)
            {
                folder.Accept(change, await database.WriteAsync(store => Save(store, folder, change)));
            }
        }

        await WaitAsync();
    }

    private void Reload()
    {
        var stored = database.Read(FolderStore.Folders);
        foreach (var gone in _folders.Keys.Except(stored.Select(folder => folder.Id)).ToArray())
        {
            _folders.Remove(gone, out var folder);
            folder!.Dispose();
        }

        foreach (var (id, path) in stored.Where(folder => !_folders.ContainsKey(folder.Id)))
        {
            _folders.Add(id, new WatchedFolder(id, path, database.Read(store => FolderStore.Files(store, id)), Wake, log));
        }
    }

    /// <summary>The arrived files that a rule matched.</summary>
    private HashSet<string> Save(StoreConnection store, WatchedFolder folder, FolderChange change)
    {
        var matched = new HashSet<string>(StringComparer.Ordinal);
        if (!FolderStore.Exists(store, folder.Id))
        {
            return matched; // no rule names it any more
        }

        foreach (var name in change.Left)
        {
            FolderStore.DeleteFile(store, folder.Id, name);
        }

        foreach (var (name, file) in change.Moved)
        {
            FolderStore.SaveFile(store, folder.Id, name, file);
        }

        foreach (var (name, identity) in change.Arrived.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var isMatched = Put(store, folder.FullPath, name, identity);
            FolderStore.SaveFile(store, folder.Id, name, new KnownFile(identity.Text, isMatched));
            if (isMatched)
            {
                matched.Add(name);
            }
        }

        return matched;
    }

    /// <summary>The event is S3's, with the folder as the bucket, so that what reads the one reads the other.</summary>
    private bool Put(StoreConnection store, string path, string name, FileIdentity identity)
    {
        _sequence = Math.Max(_sequence + 1, time.GetUtcNow().Ticks);
        return bus.Put(store, FolderRules.Source, FolderRules.DetailType, [Path.Combine(path, name)], JsonObject.Of(
            ("version", "0"),
            ("bucket", JsonObject.Of(("name", path))),
            ("object", JsonObject.Of(
                ("key", name), ("size", identity.Size), ("etag", identity.ETag), ("sequencer", _sequence.ToString("X18", CultureInfo.InvariantCulture)))),
            ("reason", "FileArrived")));
    }

    private async Task WaitAsync()
    {
        if (_folders.Count == 0)
        {
            await _wake.Reader.ReadAsync(_stop.Token);
            return;
        }

        var next = _folders.Values.Min(folder => folder.Next);
        var wait = next - time.GetUtcNow();
        using var timer = time.CreateTimer(
            _ => Wake(), null, wait > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        if (next > time.GetUtcNow()) // the clock may have gone on before the timer was there
        {
            await _wake.Reader.ReadAsync(_stop.Token);
        }
    }
}
