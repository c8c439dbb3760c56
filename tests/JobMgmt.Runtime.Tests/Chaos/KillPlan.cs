using System.Diagnostics;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>When the runtime is killed: at any moment, while it starts, as soon as it listens, and while SQLite carries its log over into the database file.</summary>
internal sealed class KillPlan(KilledRuntime runtime, ChaosReport report, Random random, TimeSpan longestLife)
{
    private const int Round = 8;
    private readonly string _databaseFile = Path.Combine(runtime.DataPath, "jobmgmt.db");
    private int _done;

    /// <summary>Kills so often; the last life goes on.</summary>
    public async Task RunAsync(int kills)
    {
        while (_done < kills)
        {
            var step = _done % Round;
            var isCheckpoint = step == 5 && await ComesCheckpointAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(isCheckpoint ? random.Next(12) : step == 5 ? 0 : random.Next(20, (int)longestLife.TotalMilliseconds)), TimeProvider.System);
            await runtime.KillAsync();
            Count(isCheckpoint ? "kills while the log is carried over" : "kills at any moment");
            if (step == 2 && _done < kills)
            {
                await runtime.StartAndKillAsync(TimeSpan.FromMilliseconds(random.Next(400)));
                Count("kills while it starts");
            }

            await runtime.StartAsync();
            if (step == 4 && _done < kills)
            {
                await runtime.KillAsync();
                Count("kills as soon as it listens");
                await runtime.StartAsync();
            }
        }
    }

    private void Count(string kind)
    {
        _done++;
        report.Count(kind);
    }

    /// <summary>Waits for a checkpoint: nothing else writes the database file itself. False where none came.</summary>
    private async Task<bool> ComesCheckpointAsync()
    {
        var before = File.GetLastWriteTimeUtc(_databaseFile);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < 2 * longestLife;)
        {
            if (File.GetLastWriteTimeUtc(_databaseFile) != before)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        return false;
    }
}
