using System.Collections.Concurrent;

namespace JobMgmt.Runtime.Files;

/// <summary>
/// A folder that is watched: the system tells which names to look at, and from time to time all of it is looked at, since the system may forget some, tells nothing of folders
/// on other machines, and nothing while nobody listens. Used by one thread at a time; what the system tells comes on others.
/// </summary>
internal sealed class WatchedFolder(long id, string path, IReadOnlyDictionary<string, KnownFile> known, Action wake, ILogger log) : IDisposable
{
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _absence = TimeSpan.FromSeconds(30); // a file that is moved may be seen to leave long before it is seen to come
    private static readonly TimeSpan _scanPause = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, KnownFile> _known = new(known, StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _absent = new(StringComparer.Ordinal); // matched files that are gone, and since when
    private readonly ConcurrentDictionary<string, PendingFile> _pending = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal); // full paths; true where renamed to that
    private FileSystemWatcher? _watcher;
    private string? _folder;
    private string _faults = "";
    private DateTimeOffset _nextScan = DateTimeOffset.MinValue;
    private volatile bool _isForgetful;

    public long Id => id;

    public string FullPath => path;

    /// <summary>When there is something to look at, if the system tells nothing before.</summary>
    public DateTimeOffset Next => _pending.Values.Select(file => file.Since + _settling).Append(_nextScan).Min();

    /// <summary>Looks at what is due.</summary>
    public FolderChange Look(TimeProvider time)
    {
        var now = time.GetUtcNow();
        var left = new HashSet<string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, (FileIdentity Identity, bool IsWhole)>(StringComparer.Ordinal);
        if (now >= _nextScan || _isForgetful)
        {
            Scan(time, seen, left);
        }

        foreach (var full in _told.Keys)
        {
            if (_told.TryRemove(full, out var isWhole))
            {
                LookAt(full, isWhole, seen, left);
            }
        }

        foreach (var (name, file) in _pending.Where(file => file.Value.IsWhole || now - file.Value.Since >= _settling))
        {
            LookAt(Path.Combine(path, name), file.IsWhole, seen, left);
        }

        return Change(now, time.GetUtcNow(), seen, left);
    }

    /// <summary>The change is stored.</summary>
    /// <param name="change">What <see cref="Look"/> has found.</param>
    /// <param name="matched">The arrived files that a rule matched.</param>
    public void Accept(FolderChange change, IReadOnlySet<string> matched)
    {
        foreach (var name in change.Left)
        {
            _known.Remove(name);
            _absent.Remove(name);
        }

        foreach (var (name, file) in change.Moved)
        {
            _known[name] = file;
        }

        foreach (var (name, identity) in change.Arrived)
        {
            _known[name] = new KnownFile(identity.Text, matched.Contains(name));
            _pending.TryRemove(name, out _);
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private void Scan(TimeProvider time, Dictionary<string, (FileIdentity Identity, bool IsWhole)> seen, HashSet<string> left)
    {
        var began = time.GetTimestamp();
        _isForgetful = false;
        Listen();
        if (_folder is not null)
        {
            var listing = FolderListing.Of(path);
            Report(listing);
            foreach (var (name, identity) in listing.Files)
            {
                seen[name] = (identity, false);
            }

            left.UnionWith(_known.Keys.Where(listing.Misses));
        }

        // a folder that is large, or far away, is not looked at all the time
        var took = time.GetElapsedTime(began);
        var pause = _watcher is null ? _settling : _scanPause;
        _nextScan = time.GetUtcNow() + (took * 100 > pause ? took * 100 : pause);
    }

    /// <summary>Has the system tell what happens, before what is there is listed.</summary>
    private void Listen()
    {
        var folder = FileIdentity.OfFolder(path);
        if (folder == _folder && (_watcher is not null || folder is null))
        {
            return;
        }

        _folder = folder;
        _watcher?.Dispose();
        _watcher = null;
        if (folder is null)
        {
            return; // it is watched when it appears
        }

        try
        {
            var watcher = new FileSystemWatcher(path)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, change) => Told(change.FullPath, false);
            watcher.Changed += (_, change) => Told(change.FullPath, false);
            watcher.Deleted += (_, change) => Told(change.FullPath, false);
            watcher.Renamed += (_, change) =>
            {
                Told(change.OldFullPath, false);
                Told(change.FullPath, true);
            };
            watcher.Error += (_, _) =>
            {
                _isForgetful = true;
                wake();
            };
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Report([error.Message]);
        }
    }

    private void Told(string full, bool isWhole)
    {
        if (!isWhole && _pending.ContainsKey(Name(full)) && File.Exists(full))
        {
            return; // it is looked at when it may have settled, however often it is written to
        }

        _told.AddOrUpdate(full, isWhole, (_, already) => already || isWhole);
        wake();
    }

    private void LookAt(string full, bool isWhole, Dictionary<string, (FileIdentity Identity, bool IsWhole)> seen, HashSet<string> left)
    {
        var name = Name(full);
        if (FileIdentity.Of(full) is { } identity)
        {
            left.Remove(name);
            seen[name] = (identity, isWhole);
        }
        else if (Directory.Exists(full))
        {
            var listing = FolderListing.Of(path, name);
            foreach (var (below, file) in listing.Files)
            {
                seen[below] = (file, isWhole || (seen.TryGetValue(below, out var already) && already.IsWhole));
            }
        }
        else if (FileIdentity.OfFolder(path) is not null)
        {
            seen.Remove(name);
            _pending.TryRemove(name, out _);
            left.UnionWith(_known.Keys.Where(file => file == name || file.StartsWith(name + '/', StringComparison.Ordinal)));
        }
    }

    /// <summary>What has changed.</summary>
    /// <param name="now">An instant before anything was looked at: till then at least a file that is as it was has rested.</param>
    /// <param name="after">One after it: from then on at the earliest a file that is not as it was rests.</param>
    /// <param name="seen">The files that are there.</param>
    /// <param name="left">The known ones that are not.</param>
    private FolderChange Change(DateTimeOffset now, DateTimeOffset after, Dictionary<string, (FileIdentity Identity, bool IsWhole)> seen, HashSet<string> left)
    {
        var gone = new HashSet<string>(left.Where(name => _known.TryGetValue(name, out var file) && !file.IsMatched), StringComparer.Ordinal);
        foreach (var name in left.Where(name => _known.TryGetValue(name, out var file) && file.IsMatched))
        {
            _absent.TryAdd(name, now);
        }

        foreach (var name in seen.Keys)
        {
            _absent.Remove(name);
        }

        var (arrived, moved) = (new List<(string, FileIdentity)>(), new List<(string, KnownFile)>());
        foreach (var (name, (identity, isWhole)) in seen)
        {
            if (_known.TryGetValue(name, out var file) && file.Identity == identity.Text)
            {
                _pending.TryRemove(name, out _);
            }
            else if (_absent.Keys.FirstOrDefault(absent => _known[absent].Identity == identity.Text && !gone.Contains(absent)) is { } before)
            {
                moved.Add((name, _known[before])); // what consumed it has put it aside
                gone.Add(before);
                _pending.TryRemove(name, out _);
            }
            else if (Settle(name, identity, isWhole, now, after) is { } settled)
            {
                arrived.Add((name, settled));
            }
        }

        gone.UnionWith(_absent.Where(absent => now - absent.Value >= _absence).Select(absent => absent.Key));
        return new FolderChange(arrived, moved, [.. gone]);
    }

    /// <summary>The file's identity where it is complete; else it is looked at again.</summary>
    private FileIdentity? Settle(string name, FileIdentity identity, bool isWhole, DateTimeOffset now, DateTimeOffset after)
    {
        var file = _pending.TryGetValue(name, out var before) && before.Identity == identity
            ? before with { IsWhole = before.IsWhole || isWhole }
            : new PendingFile(identity, after, isWhole);
        _pending[name] = file;
        return file.IsWhole || now - file.Since >= _settling ? identity : null;
    }

    private string Name(string full) => Path.GetRelativePath(path, full).Replace(Path.DirectorySeparatorChar, '/');

    private void Report(FolderListing listing) => Report(listing.Faults);

    /// <summary>Once, until it is otherwise.</summary>
    private void Report(IReadOnlyCollection<string> faults)
    {
        var text = string.Join(' ', faults);
        if (text != _faults && text.Length > 0)
        {
            log.LogWarning("Folder {Folder} can't be watched as a whole: {Faults}", path, text);
        }

        _faults = text;
    }
}
