using System.Collections.Concurrent;
using System.Diagnostics;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos.Workloads;

/// <summary>Files that come to a watched folder, whether the runtime is there or not: renamed there, or written there in pieces. Each is told once, as it is when it is complete.</summary>
internal sealed class FileWorkload : IChaosWorkload
{
    private const string Group = "/chaos/files";
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(2); // the runtime's
    private readonly ConcurrentDictionary<string, (long Size, bool HasRested)> _files = new(StringComparer.Ordinal);
    private int _last;

    public async Task PrepareAsync(ChaosRun run)
    {
        Directory.CreateDirectory(Inbox(run));
        var pattern = JsonObject.Of(
            ("source", new JsonArray(["jobmgmt.files"])),
            ("detail", JsonObject.Of(
                ("bucket", JsonObject.Of(("name", new JsonArray([Inbox(run)])))), ("object", JsonObject.Of(("key", new JsonArray([JsonObject.Of(("suffix", ".csv"))])))))));
        await run.LogEventsAsync("chaos-files", pattern.ToString(), Group);
    }

    public async Task RoundAsync(ChaosRun run, Random random)
    {
        var name = $"{Interlocked.Increment(ref _last)}.csv";
        var path = Path.Combine(Inbox(run), name);
        var pieces = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new string('x', random.Next(1, 100))).ToArray();
        var isRenamed = random.Next(2) == 0;
        var hasRested = false;
        var sinceWritten = Stopwatch.StartNew();
        foreach (var piece in pieces)
        {
            File.AppendAllText(isRenamed ? path + ".part" : path, piece);
            hasRested |= !isRenamed && sinceWritten.Elapsed >= _settling; // a busy machine may stop this for so long
            sinceWritten.Restart();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(60)), TimeProvider.System);
        }

        if (isRenamed)
        {
            File.Move(path + ".part", path);
        }

        _files[name] = (pieces.Sum(piece => piece.Length), hasRested);
    }

    public async Task CheckAsync(ChaosRun run)
    {
        var told = await Eventually.GetAsync(
            async () => (await run.LoggedEventsAsync(Group)).ConvertAll(entry => entry.Object("detail")!.Object("object")!),
            entries => entries.Select(file => (file.Text("key")!, file.Number("size"))).ToHashSet() is var all && _files.All(file => all.Contains((file.Key, file.Value.Size))));
        var byName = told.ToLookup(file => file.Text("key")!, StringComparer.Ordinal);
        run.Report.Expect("no file is told that did not come", byName.All(file => _files.ContainsKey(file.Key)), () => string.Join(' ', byName.Select(file => file.Key)));
        foreach (var (name, (size, hasRested)) in _files)
        {
            var sizes = string.Join(' ', byName[name].Select(file => file.Number("size")));
            run.Report.Expect("a file that comes is told once, when it is complete", sizes == $"{size}" || (hasRested && sizes.EndsWith($" {size}", StringComparison.Ordinal)), () => $"{name}: told with {sizes}, is {size}");
        }
    }

    private static string Inbox(ChaosRun run) => Path.Combine(run.Folder, "inbox");
}
