using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.MapRuns.Results;

namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>A ResultWriter's files: on disk first, then, in the transaction that ends the Map Run, objects of the runtime's own S3.</summary>
internal sealed class MapRunExport(IObjectStore objects, MapRunChildResults results)
{
    private static readonly JsonObject _attributes = JsonObject.Of(("ContentType", "application/json"), ("Metadata", JsonObject.Empty));

    /// <summary>Writes the files to disk.</summary>
    /// <exception cref="MapRunException">There is no such bucket.</exception>
    public async Task<IReadOnlyList<(string Key, StagedContent Content)>> StageAsync(MapRunRecord run, MapRunPlan plan, MapRunCounts children, CancellationToken stopping)
    {
        if (!objects.HasBucket(plan.Result.Bucket!))
        {
            throw new MapRunException(MapRunException.ResultWriterFailed, "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)");
        }

        var staged = new List<(string Key, StagedContent Content)>();
        try
        {
            var files = new List<ResultFile>();
            foreach (var group in MapRunResults.Groups.Where(group => Count(children, group) > 0))
            {
                var key = MapRunResults.FileKey(plan, group, 0);
                await StageAsync(staged, key, MapRunResults.FileText(plan.Result, results.Read(run).Where(result => MapRunResults.GroupOf(result.Status) == group)), stopping);
                files.Add(new ResultFile(group, key, staged[^1].Content.Size));
            }

            await StageAsync(staged, MapRunResults.ManifestKey(plan), [MapRunResults.Manifest(plan, files).ToString()], stopping);
            return staged;
        }
        catch
        {
            staged.ForEach(file => file.Content.Dispose());
            throw;
        }
    }

    /// <summary>Makes objects of them.</summary>
    /// <exception cref="ServiceException">The bucket was deleted meanwhile.</exception>
    public void Put(StoreConnection connection, MapRunPlan plan, IEnumerable<(string Key, StagedContent Content)> staged)
    {
        foreach (var (key, content) in staged)
        {
            objects.Put(connection, plan.Result.Bucket!, key, content, _attributes);
        }
    }

    private static long Count(MapRunCounts children, string group) =>
        group == ChildResult.Pending ? children.Pending : group == "SUCCEEDED" ? children.Succeeded : children.PendingRedrive + children.Failed + children.TimedOut + children.Aborted;

    private async Task StageAsync(List<(string Key, StagedContent Content)> staged, string key, IEnumerable<string> text, CancellationToken stopping)
    {
        await using var stream = new TextStream(text);
        staged.Add((key, await objects.StageAsync(stream, null, stopping)));
    }
}
