using System.Globalization;
using System.Text.RegularExpressions;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks;

/// <summary>How many history events a run has at least: along the shortest way to an end, with nothing that fails, and every Map empty unless its items are written out.</summary>
internal static class EventCount
{
    // ExecutionStarted and ExecutionSucceeded.
    private const int OfExecution = 2;

    // Scheduled, Started, Submitted, Failed.
    private const int OfRetry = 4;

    private const int DefaultRetries = 3;

    // Counts stop here: Maps within Maps soon leave what a number holds.
    private const long Many = 1_000_000_000;

    internal static long Least(CheckedScope machine) => OfExecution + (OfScope(machine) ?? 0);

    /// <summary>How many it has where it comes to every state, once, and each job is tried again as often as its retries say: in the worst night, whatever is passed over else.</summary>
    internal static long Most(CheckedScope machine) => OfExecution + OfAll(machine);

    internal static bool IsDistributed(CheckedState map) =>
        (((map.Body["ItemProcessor"] ?? map.Body["Iterator"]) as JsonObject)?["ProcessorConfig"] as JsonObject)?["Mode"] is JsonString { Value: "DISTRIBUTED" };

    /// <summary>The number of items of a Map in JSONata, where they are written out: <c>[1, 2]</c>, <c>{% [1..30000] %}</c>; else null.</summary>
    internal static long? Items(CheckedState map) => map.Body["Items"] switch
    {
        JsonArray items => items.Count,
        JsonString when ItemList.Count(map.Body["Items"]) is { } count => count,
        JsonString text when Regex.Match(text.Value, @"^\{%\s*\[\s*(\d{1,9})\s*\.\.\s*(\d{1,9})\s*\]\s*%\}$") is { Success: true } range =>
            Math.Max(0, Number(range.Groups[2]) - Number(range.Groups[1]) + 1),
        _ => null,
    };

    private static long Number(Group group) => long.Parse(group.Value, CultureInfo.InvariantCulture);

    private static long OfAll(CheckedScope scope) => Math.Min(Many, scope.States.Sum(state => state.Type switch
    {
        "Parallel" => 4 + state.Inner.Sum(OfAll),
        "Map" when !IsDistributed(state) => 4 + ((Items(state) ?? 0) * (2 + state.Inner.Sum(OfAll))),
        _ => OfState(state) + (OfRetry * Retries(state)),
    }));

    // What AWS refuses to start costs less, and is rare.
    private static long Retries(CheckedState state) => !state.IsJob ? 0 : (state.Body["Retry"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>()
        .Where(retrier => (retrier["ErrorEquals"] as JsonArray ?? JsonArray.Empty).OfType<JsonString>().Any(name => name.Value.IndexOf('.') < 0 || name.Value.StartsWith("States.", StringComparison.Ordinal)))
        .Sum(retrier => CheckedState.Whole(retrier["MaxAttempts"]) ?? DefaultRetries);

    // Null: no way leads to an end.
    private static long? OfScope(CheckedScope scope)
    {
        var best = new Dictionary<CheckedState, long>();
        var open = new SortedSet<(long Events, string Name)>();
        void Reach(CheckedState state, long events)
        {
            var sum = Math.Min(Many, events + OfState(state));
            if (!best.TryGetValue(state, out var known) || sum < known)
            {
                best[state] = sum;
                open.Add((sum, state.Name));
            }
        }

        if (scope.Start is { } start)
        {
            Reach(start, 0);
        }

        while (open.Count > 0)
        {
            var (events, name) = open.Min;
            open.Remove(open.Min);
            var state = scope.Find(name)!;
            if (state.IsEnd)
            {
                return events;
            }

            foreach (var next in events == best[state] ? Transitions.Forward(state) : Array.Empty<CheckedState>())
            {
                Reach(next, events);
            }
        }

        return null;
    }

    private static long OfState(CheckedState state) => state.Type switch
    {
        // Entered, Scheduled, Started, Succeeded, Exited; a callback or a .sync has Submitted besides.
        "Task" => state.Text("Resource") is { } resource && resource.IndexOf(":states:::", StringComparison.Ordinal) >= 0
            && (resource.IndexOf(".sync", StringComparison.Ordinal) >= 0 || resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal)) ? 6 : 5,
        "Parallel" => 4 + state.Inner.Sum(branch => OfScope(branch) ?? 0),
        "Map" when IsDistributed(state) => 4,
        "Map" => 4 + ((Items(state) ?? 0) * (2 + state.Inner.Sum(branch => OfScope(branch) ?? 0))),
        "Fail" => 1,
        _ => 2,
    };
}
