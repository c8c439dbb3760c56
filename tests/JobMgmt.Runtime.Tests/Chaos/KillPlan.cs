using System.Diagnostics;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>When the runtime is killed: at any moment, while it starts, as soon as it listens, and while SQLite carries its log over into the database file.</summary>
internal sealed class KillPlan(ChaosRun run, Random random, TimeSpan longestLife)
{
    private const int Round = 8;
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(5);
    private readonly KilledRuntime _runtime = run.Runtime;
    private readonly string _databaseFile = Path.Combine(run.Runtime.DataPath, "jobmgmt.db");
    private readonly string _ballast = JsonObject.Of(("ballast", new string('x', 200_000))).ToString();
    private string _machine = "";
    private int _done;

    public async Task PrepareAsync() => _machine = await run.CreateMachineAsync("ballast", """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""");

    /// <summary>Kills so often; the last life goes on.</summary>
    public async Task RunAsync(int kills)
    {
        while (_done < kills)
        {
            var step = _done % Round;
            var isCheckpoint = step == 6 && await ComesCheckpointAsync();
            await (isCheckpoint ? DelayAsync(random.Next(12)) : step % 2 == 0 ? DelayAsync(random.Next(20, (int)longestLife.TotalMilliseconds)) : AnswersAsync(random.Next(1, 150)));
            await _runtime.KillAsync();
            Count(isCheckpoint ? "kills while the log is carried over" : "kills at any moment");
            if (step == 2 && _done < kills)
            {
                await _runtime.StartAndKillAsync(TimeSpan.FromMilliseconds(random.Next(400)));
                Count("kills while it starts");
            }

            await _runtime.StartAsync();
            if (step == 4 && _done < kills)
            {
                await _runtime.KillAsync();
                Count("kills as soon as it listens");
                await _runtime.StartAsync();
            }
        }
    }

    private static Task DelayAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);

    /// <summary>Waits until so many requests more are answered: on a busy machine a moment in time is too early for most of them.</summary>
    private async Task AnswersAsync(int count)
    {
        var last = _runtime.Answers + count;
        for (var clock = Stopwatch.StartNew(); _runtime.Answers < last && clock.Elapsed < 3 * longestLife;)
        {
            await DelayAsync(1);
        }
    }

    private void Count(string kind)
    {
        _done++;
        run.Report.Count(kind);
    }

    /// <summary>Writes until a checkpoint has begun: nothing else writes the database file itself. False where none came.</summary>
    private async Task<bool> ComesCheckpointAsync()
    {
        var before = File.GetLastWriteTimeUtc(_databaseFile);
        var isOver = false;
        var writers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                await _runtime.AskAsync("states", "StartExecution", ("stateMachineArn", _machine), ("input", _ballast));
            }
        })).ToArray();
        for (var clock = Stopwatch.StartNew(); !isOver && clock.Elapsed < _longestWait;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            if (File.GetLastWriteTimeUtc(_databaseFile) != before)
            {
                Volatile.Write(ref isOver, true);
                return true;
            }
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(writers);
        return false;
    }
}
