using System.Diagnostics;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>What holds of the runtime as a whole, whoever started what: everything ends, every history is sound, every status was announced once, nothing is left over.</summary>
internal static class WholeCheck
{
    private const string Group = "/chaos/status";
    private static readonly TimeSpan _bound = TimeSpan.FromMinutes(3);
    private static readonly string[] _running = ["Pending", "InProgress", "Cancelling", "Waiting"];

    public static Task PrepareAsync(ChaosRun run) =>
        run.LogEventsAsync("chaos-status", """{"source":["aws.states"],"detail-type":["Step Functions Execution Status Change"]}""", Group);

    /// <summary>Waits until nothing runs. What runs after the bound is stuck.</summary>
    public static async Task SettleAsync(ChaosRun run)
    {
        var running = await RunningAsync(run);
        var isQuiet = false;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < _bound && !(running.Count == 0 && isQuiet); running = await RunningAsync(run))
        {
            isQuiet = running.Count == 0; // twice in a row: between an event and what it starts nothing seems to run
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }

        run.Report.Expect("nothing is left running", running.Count == 0, () => string.Join('\n', running.Take(10)));
    }

    public static async Task CheckAsync(ChaosRun run)
    {
        var announced = (await run.LoggedEventsAsync(Group)).ConvertAll(entry => (Id: entry.Text("id"), Detail: entry.Object("detail")!));
        announced.RemoveAll(entry => entry.Detail.Text("stateMachineArn")!.Contains('/', StringComparison.Ordinal)); // a Map Run's children are listed by that alone
        run.Report.Expect("no event is logged twice", announced.DistinctBy(entry => entry.Id).Count() == announced.Count, () => $"{announced.Count} events");
        var statuses = announced.ToLookup(entry => entry.Detail.Text("executionArn")!, entry => entry.Detail.Text("status")!, StringComparer.Ordinal);
        var executions = 0;
        foreach (var machine in (await run.MachinesAsync()).Where(machine => machine.Text("type") == "STANDARD"))
        {
            foreach (var listed in await run.ExecutionsAsync(machine.Text("stateMachineArn")!))
            {
                executions++;
                var execution = await run.DescribeAsync(listed.Text("executionArn")!);
                HistoryCheck.Run(run.Report, execution, await run.HistoryAsync(execution.Text("executionArn")!));
                var redrives = (int)(execution.Number("redriveCount") ?? 0);
                var of = statuses[execution.Text("executionArn")!].ToArray();
                run.Report.Expect(
                    "every start and every end is announced once",
                    of.Length == 2 * (1 + redrives) && of.Count(status => status == "RUNNING") == 1 + redrives && of[^1] == execution.Text("status"),
                    () => $"{execution.Text("executionArn")}: {execution.Text("status")}, {redrives} redrives, announced {string.Join(' ', of)}");
            }
        }

        run.Report.Count("executions", executions);
        run.Report.Expect("no execution is announced that is not there", statuses.Count == executions, () => $"{statuses.Count} and {executions}");
        foreach (var name in new[] { "commands", "automation" })
        {
            var folder = new DirectoryInfo(Path.Combine(run.Runtime.DataPath, name));
            run.Report.Expect("no folder of an ended command or script is left", !folder.Exists || folder.GetFileSystemInfos().Length == 0, () => $"{name}: {folder.GetFileSystemInfos().Length}");
        }
    }

    private static async Task<List<string>> RunningAsync(ChaosRun run)
    {
        var running = new List<string>();
        foreach (var machine in (await run.MachinesAsync()).Where(machine => machine.Text("type") == "STANDARD"))
        {
            running.AddRange((await run.ExecutionsAsync(machine.Text("stateMachineArn")!, "RUNNING")).Select(execution => execution.Text("executionArn")!));
        }

        var open = JsonValue.Parse($$"""[{"Key":"ExecutionStatus","Values":["{{string.Join("\",\"", _running)}}"]}]""");
        running.AddRange((await run.Runtime.ListAsync("ssm", "DescribeAutomationExecutions", "AutomationExecutionMetadataList", "NextToken", ("Filters", open))).Select(one => one.ToString()));
        var executing = JsonValue.Parse("""[{"key":"ExecutionStage","value":"Executing"}]""");
        running.AddRange((await run.Runtime.ListAsync("ssm", "ListCommands", "Commands", "NextToken", ("Filters", executing))).Select(one => one.ToString()));
        return running;
    }
}
