using System.Collections.Concurrent;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>What clients know of the executions of a machine: which starts were acknowledged, and how each must end.</summary>
internal sealed class ExecutionLedger(string name)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private int _last;

    public string Machine { get; private set; } = "";

    /// <summary>The names whose start was acknowledged.</summary>
    public IEnumerable<string> Acknowledged => _entries.Where(entry => entry.Value.IsAcknowledged).Select(entry => entry.Key);

    public async Task CreateAsync(ChaosRun run, string definition) => Machine = await run.CreateMachineAsync(name, definition);

    public string ArnOf(string execution) => Machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":" + execution;

    /// <summary>Starts an execution under a new name.</summary>
    /// <param name="run">The run.</param>
    /// <param name="input">Makes the input of the name.</param>
    /// <param name="isInsisting">Whether a start that was not answered is asked for again until it is.</param>
    /// <returns>The name, or null where it is not known whether the execution is there.</returns>
    public async Task<string?> StartAsync(ChaosRun run, Func<string, JsonObject> input, bool isInsisting = true)
    {
        var execution = $"{name}-{Interlocked.Increment(ref _last)}";
        var entry = _entries[execution] = new Entry();
        do
        {
            try
            {
                await run.Runtime.CallAsync("states", "StartExecution", ("stateMachineArn", Machine), ("name", execution), ("input", input(execution).ToString()));
                entry.IsAcknowledged = true;
            }
            catch (AwsErrorException error) when (error.Code == "ExecutionAlreadyExists" && entry.IsUnanswered)
            {
                entry.IsAcknowledged = true; // the start before was carried out, and it has ended since
            }
            catch (OutcomeUnknownException)
            {
                entry.IsUnanswered = true;
            }
        }
        while (isInsisting && !entry.IsAcknowledged);

        run.Report.Count(entry.IsAcknowledged ? "starts acknowledged" : "starts never answered");
        return entry.IsAcknowledged ? execution : null;
    }

    /// <summary>How it must end; <c>SUCCEEDED</c> where nothing is told.</summary>
    public void Expect(string execution, string status, string? output = null) => _entries[execution].Expected = (status, output);

    /// <summary>Every acknowledged execution is there and ended as expected, no name is there twice, and none that nobody asked for.</summary>
    public async Task CheckAsync(ChaosRun run)
    {
        var listed = await run.ExecutionsAsync(Machine);
        var names = listed.ConvertAll(execution => execution.Text("name")!);
        run.Report.Expect("no execution name is there twice (machines)", names.Distinct(StringComparer.Ordinal).Count() == names.Count, () => name);
        foreach (var execution in listed)
        {
            run.Report.Expect("no execution is there that nobody started", _entries.ContainsKey(execution.Text("name")!), () => execution.ToString());
        }

        var there = names.ToHashSet(StringComparer.Ordinal);
        foreach (var (execution, entry) in _entries)
        {
            if (entry.IsAcknowledged)
            {
                run.Report.Expect("every acknowledged execution is there", there.Contains(execution), () => execution);
            }

            if (there.Contains(execution))
            {
                var described = await run.DescribeAsync(ArnOf(execution));
                var (status, output) = entry.Expected;
                run.Report.Expect(
                    "every execution has ended as it must", described.Text("status") == status && (output is null || described.Text("output") == output),
                    () => $"{execution}: {status} {output} was expected, it is {described}");
            }
        }
    }

    private sealed class Entry
    {
        public bool IsAcknowledged { get; set; }

        public bool IsUnanswered { get; set; }

        public (string Status, string? Output) Expected { get; set; } = ("SUCCEEDED", null);
    }
}
