using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Reading;
using JobMgmt.StatesLanguage.MapRuns.Results;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Tests.Interpreter;

/// <summary>Plays the runtime for map runs: reads the items, runs each child execution to its end, and tells what came of them.</summary>
internal sealed class MapRunPlayer
{
    private readonly StateMachineDefinition _definition;

    public MapRunPlayer(StateMachineDefinition definition) => _definition = definition;

    /// <summary>The objects that there are, by <c>bucket/key</c>.</summary>
    public Dictionary<string, string> Objects { get; init; } = [];

    public Input Play(StartMapRun effect, DateTimeOffset at)
    {
        var plan = MapRunPlan.FromJson((JsonObject)JsonValue.Parse(effect.Plan.ToJson().ToString())); // as a runtime that was restarted has it
        try
        {
            var map = MapRunDefinition.Find(_definition, plan.StateName)!;
            var children = MapRunInputs.Of(plan, map, Items(plan.Source)).Select(input => (input.ItemCount, Result: Child(map, plan, input))).ToArray();
            var failures = children.Where(child => !child.Result.HasSucceeded).Sum(child => child.ItemCount);
            return plan.Tolerance.IsExceeded(failures, children.Sum(child => child.ItemCount))
                ? new MapRunFailed(at, effect.TaskId, MapRunTolerance.Error, MapRunTolerance.Cause)
                : new MapRunSucceeded(at, effect.TaskId, Result(plan, children.Select(child => child.Result)));
        }
        catch (MapRunException error)
        {
            return new MapRunFailed(at, effect.TaskId, error.Error, error.Cause);
        }
    }

    private static JsonValue Result(MapRunPlan plan, IEnumerable<ChildResult> results) =>
        plan.Result.IsExported ? MapRunResults.ExportedResult(plan) : MapRunResults.StateResult(plan.Result, results.Where(result => result.HasSucceeded));

    private ChildResult Child(MapState map, MapRunPlan plan, ChildInput input)
    {
        var definition = MapRunDefinition.Of(_definition, map);
        var driver = new ExecutionDriver(definition) { AnswerMapRun = new MapRunPlayer(_definition) { Objects = Objects }.Play };
        driver.Run(input.Input, (ulong)input.Index);
        Assert.NotNull(driver.Outcome);
        return new ChildResult
        {
            Status = driver.Outcome.Status,
            Input = input.Input.ToString(),
            ExecutionArn = plan.MapRunArn.Replace(":mapRun:", ":execution:", StringComparison.Ordinal),
            Output = driver.Outcome.Output?.ToString(),
            Error = driver.Outcome.Error,
            Cause = driver.Outcome.Cause,
        };
    }

    private IEnumerable<MapItem> Items(ItemSource source) => source switch
    {
        InlineItems inline => MapItems.OfInline(inline),
        S3ObjectItems { Settings.IsManifest: true } manifest => MapItems.OfManifest(Open(manifest.Bucket, manifest.Key), manifest.Settings)
            .SelectMany(file => MapItems.OfFile(Open(file.Bucket, file.Key), file.Settings, file.Bucket, file.Key)).Take((int)manifest.Settings.MaxItems),
        S3ObjectItems file => MapItems.OfFile(Open(file.Bucket, file.Key), file.Settings, file.Bucket, file.Key).Take((int)file.Settings.MaxItems),
        S3ListingItems listing => MapItems.OfListing(listing, Entries(listing)).Take((int)listing.Settings.MaxItems),
        _ => throw new InvalidOperationException($"Unknown source {source}."),
    };

    private IEnumerable<S3ObjectEntry> Entries(S3ListingItems listing) => Objects
        .Where(item => item.Key.StartsWith($"{listing.Bucket}/{listing.Prefix}", StringComparison.Ordinal))
        .OrderBy(item => item.Key, StringComparer.Ordinal)
        .Select(item => new S3ObjectEntry(item.Key[(listing.Bucket.Length + 1)..], "\"etag\"", ExecutionDriver.Start, item.Value.Length, "STANDARD"));

    private MemoryStream Open(string bucket, string key) => Objects.TryGetValue($"{bucket}/{key}", out var text)
        ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
        : throw new MapRunException(MapRunException.ItemReaderFailed, $"There is no object {key}.");
}
