using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Recorded;

/// <summary>All recorded cases of the kinds that are in scope, run once in one runtime whose clock jumps from timer to timer.</summary>
public sealed class RecordedCases : IAsyncLifetime
{
    private static readonly HashSet<string> _kinds = ["execution", "calls", "api", "validation", "logs", "express-sync", "test-state"];

    /// <summary>By name (<c>group/file</c>): null where it went as recorded, else the difference.</summary>
    public Dictionary<string, string?> Differences { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the cases in scope.</summary>
    public static IEnumerable<string> Names() => All().Where(item => _kinds.Contains(item.Kind)).Select(item => item.Name);

    /// <summary>Every case, with its kind.</summary>
    public static IEnumerable<(string Name, string Kind)> All()
    {
        if (Conformance.Folder is not { } folder)
        {
            yield break;
        }

        var root = Path.Combine(folder, "stepfunctions");
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            yield return (Path.GetRelativePath(root, file).Replace('\\', '/')[..^5], StatesDriver.Text(Load(file), "kind"));
        }
    }

    public async Task InitializeAsync()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock);
        foreach (var name in Names())
        {
            var content = Load(Path.Combine(Conformance.Folder!, "stepfunctions", name + ".json"));
            Differences[name] = await new RecordedCase(name, content, runtime, clock).DifferenceAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static JsonObject Load(string file) => (JsonObject)JsonValue.Parse(File.ReadAllBytes(file));
}
