using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>
/// The items that a continuing run need not do again, of the jobs that did some of theirs. A job that comes after one that is run again does all of its items: they may depend on it.
/// </summary>
internal static class DoneItems
{
    /// <summary>The items, by job and index.</summary>
    /// <param name="network">The network.</param>
    /// <param name="jobs">The jobs that are run.</param>
    /// <param name="of">The jobs whose items are wanted.</param>
    /// <param name="known">What is known of the jobs.</param>
    /// <param name="rerun">What the earlier run had passed over.</param>
    /// <param name="asks">What expressions ask for.</param>
    internal static JsonObject Of(JobNetwork network, ISet<string> jobs, IEnumerable<string> of, IReadOnlyDictionary<string, JobTrace> known, Rerun? rerun, NetworkAsks asks)
    {
        var graph = network.Graph();
        var wanted = new HashSet<string>(of, StringComparer.Ordinal);
        var runs = Enumerable.Range(0, network.Jobs.Count).Where(job => jobs.Contains(network.Jobs[job].Name)).ToArray();
        return new JsonObject(
            from job in Enumerable.Range(0, network.Jobs.Count)
            where wanted.Contains(network.Jobs[job].Name)
            where network.Jobs[job].ForEach is not null && !runs.Any(other => graph.IsBefore(other, job))
            let name = network.Jobs[job].Name
            let done = Items(known.TryGetValue(name, out var trace) ? trace : null, rerun?.Items[name] as JsonObject, (asks.Of(name) & JobParts.Output) != 0)
            where done.Count > 0
            select new KeyValuePair<string, JsonValue>(name, new JsonObject(done)));
    }

    // A job that has been at its turn has done those that it was told were done, too: an item that has changed since then is told apart by the value.
    private static SortedDictionary<string, JsonValue> Items(JobTrace? trace, JsonObject? before, bool tellsOutput)
    {
        var done = new SortedDictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var item in before ?? JsonObject.Empty)
        {
            done[item.Key] = item.Value;
        }

        foreach (var item in trace?.Items ?? Array.Empty<JobTrace>())
        {
            var index = item.ItemIndex!.Value.ToString(CultureInfo.InvariantCulture);
            done.Remove(index);
            if (item.Status == JobRunStatus.Succeeded)
            {
                done[index] = JsonObject.Of(("Item", item.Item), ("Output", tellsOutput ? item.Result.Output : null));
            }
        }

        return done;
    }
}
