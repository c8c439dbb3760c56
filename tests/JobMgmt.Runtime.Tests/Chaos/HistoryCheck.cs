using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>What holds of every history, whatever its machine.</summary>
internal static class HistoryCheck
{
    private static readonly Dictionary<string, string> _lastEvents = new(StringComparer.Ordinal)
    {
        ["SUCCEEDED"] = "ExecutionSucceeded", ["FAILED"] = "ExecutionFailed", ["TIMED_OUT"] = "ExecutionTimedOut", ["ABORTED"] = "ExecutionAborted",
    };

    /// <summary>Checks one.</summary>
    /// <param name="report">The report.</param>
    /// <param name="execution">As DescribeExecution shows it.</param>
    /// <param name="history">All its events, in order.</param>
    public static void Run(ChaosReport report, JsonObject execution, List<JsonObject> history)
    {
        var arn = execution.Text("executionArn")!;
        string Show() => $"{arn}: {string.Join(' ', history.Select(item => $"{item["id"]}<{item["previousEventId"]}{item.Text("type")}"))}";
        report.Expect("event ids are 1..n", history.Select(item => item.Number("id")!.Value).SequenceEqual(Enumerable.Range(1, history.Count).Select(id => (long)id)), Show);
        report.Expect("previousEventId is below the id", history.TrueForAll(item => item.Number("previousEventId") < item.Number("id")), Show);
        report.Expect("timestamps never fall", history.Zip(history.Skip(1)).All(pair => Seconds(pair.First) <= Seconds(pair.Second)), Show);
        report.Expect("a history begins once", history.Count(item => item.Text("type") == "ExecutionStarted") == 1 && history[0].Text("type") == "ExecutionStarted", Show);
        report.Expect("the last event is the status", history[^1].Text("type") == _lastEvents.GetValueOrDefault(execution.Text("status")!), Show);
        report.Expect(
            "an execution ends once, and once more a redrive",
            history.Count(item => _lastEvents.ContainsValue(item.Text("type")!)) == 1 + (execution.Number("redriveCount") ?? 0), Show);
        report.Expect("a task is started, submitted and ended once at most", TasksAreSound(history), Show);
        report.Expect("no state is left more often than entered", StatesAreSound(history), Show);
    }

    /// <summary>Every event of a task leads back to its scheduling; of one scheduling there is one of each kind.</summary>
    private static bool TasksAreSound(List<JsonObject> history)
    {
        var scheduling = new Dictionary<long, long>();
        var seen = new HashSet<(long, string)>();
        foreach (var item in history)
        {
            var (id, type) = (item.Number("id")!.Value, item.Text("type")!);
            if (type is "TaskScheduled" or "ActivityScheduled")
            {
                scheduling[id] = id;
            }
            else if ((type.StartsWith("Task", StringComparison.Ordinal) || type.StartsWith("Activity", StringComparison.Ordinal))
                && !type.StartsWith("TaskState", StringComparison.Ordinal))
            {
                var kind = type.Replace("Task", "", StringComparison.Ordinal).Replace("Activity", "", StringComparison.Ordinal);
                if (!scheduling.TryGetValue(item.Number("previousEventId")!.Value, out var root)
                    || !seen.Add((root, kind is "Started" or "Submitted" ? kind : "end")))
                {
                    return false;
                }

                scheduling[id] = root;
            }
        }

        return true;
    }

    private static bool StatesAreSound(List<JsonObject> history)
    {
        int Count(string ending) => history.Count(item => item.Text("type")!.EndsWith(ending, StringComparison.Ordinal));
        return Count("StateExited") <= Count("StateEntered");
    }

    private static decimal Seconds(JsonObject item) => decimal.Parse(item["timestamp"]!.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
