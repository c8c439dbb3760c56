using System.Collections.Concurrent;
using System.Diagnostics;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Wire;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Workloads;

/// <summary>Runs executions to their ends and checks their outputs.</summary>
internal static class Executions
{
    /// <summary>Runs so many in all by so many clients, each one after another.</summary>
    /// <param name="server">The server.</param>
    /// <param name="clients">How many clients.</param>
    /// <param name="count">How many executions.</param>
    /// <param name="machine">The state machine's ARN.</param>
    /// <param name="input">The n-th execution's input.</param>
    /// <param name="output">The n-th execution's output, as it must be.</param>
    /// <returns>The time for all, each one's time from StartExecution to its end seen, and one's ARN.</returns>
    public static (TimeSpan All, IReadOnlyCollection<TimeSpan> Each, string Last) Run(
        BenchServer server, int clients, int count, string machine, Func<int, JsonValue> input, Func<int, JsonValue> output)
    {
        var (each, next, last) = (new ConcurrentQueue<TimeSpan>(), -1, "");
        var all = server.Drive(clients, client =>
        {
            while (Interlocked.Increment(ref next) is var n && n < count)
            {
                var began = Stopwatch.GetTimestamp();
                var execution = client.StartExecution(machine, input(n));
                var result = client.WaitForOutput(execution);
                each.Enqueue(Stopwatch.GetElapsedTime(began));
                StatesClient.Expect(result.Equals(output(n)), $"The output {result} is not {output(n)}.");
                last = execution;
            }
        });
        return (all, each, last);
    }

    /// <summary>Starts so many by eight clients; their ARNs.</summary>
    public static IReadOnlyList<string> Start(BenchServer server, int count, string machine)
    {
        var (started, next) = (new ConcurrentQueue<string>(), -1);
        server.Drive(8, client =>
        {
            while (Interlocked.Increment(ref next) < count)
            {
                started.Enqueue(client.StartExecution(machine, JsonObject.Empty));
            }
        });
        return [.. started];
    }

    /// <summary>Waits until so many of a machine have succeeded.</summary>
    public static void Settle(StatesClient client, string machine, int count, TimeSpan patience)
    {
        for (var began = Stopwatch.StartNew(); client.CountExecutions(machine, "SUCCEEDED") is var done && done < count; StatesClient.Pause(TimeSpan.FromMilliseconds(200)))
        {
            StatesClient.Expect(began.Elapsed < patience, $"{done} of {count} executions succeeded in {patience.TotalSeconds:0} s.");
        }
    }

    /// <summary>Checks how many events of a type an execution's history has.</summary>
    public static void ExpectEvents(BenchServer server, string execution, params (string Type, int Count)[] expected)
    {
        using var client = server.Client();
        var types = client.HistoryTypes(execution);
        foreach (var (type, count) in expected)
        {
            StatesClient.Expect(types.Count(found => found == type) is var found && found == count, $"The history has {found} {type}, not {count}.");
        }
    }
}
