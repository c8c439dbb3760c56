using JobMgmt.Runtime.Tests.Chaos.Workloads;
using JobMgmt.Runtime.Tests.Testing;
using Xunit.Abstractions;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>
/// The runtime is killed at random moments while clients make load of every kind; then everything that it promises is checked from outside. The small form runs with
/// every test run; the full one is this same test with <c>JOBMGMT_CHAOS_KILLS=100</c>, and tells what was checked (docs/durability.md).
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [PythonFact]
    public async Task Everything_IsDoneOnceAndEnds_HoweverOftenTheRuntimeIsKilled()
    {
        var options = ChaosOptions.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("jobmgmt-chaos-").FullName;
        output.WriteLine($"JOBMGMT_CHAOS_KILLS={options.Kills} JOBMGMT_CHAOS_SEED={options.Seed}, in {folder}");
        using var runtime = new KilledRuntime(Path.Combine(folder, "data"));
        var run = new ChaosRun(runtime, new ChaosReport(), folder);
        IChaosWorkload[] workloads =
        [
            new ChainWorkload(), new TimerWorkload(), new CallbackWorkload(), new ActivityWorkload(), new NestedWorkload(), new MapRunWorkload(), new StopWorkload(),
            new EventWorkload(), new ScheduleWorkload(), new ObjectWorkload(), new FileWorkload(), new CommandWorkload(), new JobWorkload(), new TriggerWorkload(), // the last is on the stack that the one before publishes
        ];

        await RunAsync(run, workloads, options);
        output.WriteLine(run.Report.ToString());
        output.WriteLine($"The runtime's log: {runtime.Log.Count} lines\n{string.Join('\n', runtime.Log.Take(100))}");

        Assert.True(run.Report.IsClean, $"JOBMGMT_CHAOS_KILLS={options.Kills} JOBMGMT_CHAOS_SEED={options.Seed}, folder {folder}:\n{run.Report.Broken}");
        runtime.Dispose();
        ScratchFolder.Delete(folder);
    }

    private static async Task RunAsync(ChaosRun run, IChaosWorkload[] workloads, ChaosOptions options)
    {
        await run.Runtime.StartAsync();
        await WholeCheck.PrepareAsync(run);
        foreach (var workload in workloads)
        {
            await workload.PrepareAsync(run);
        }

        var plan = new KillPlan(run, new Random(options.Seed), options.LongestLife);
        await plan.PrepareAsync();
        using var stop = new CancellationTokenSource();
        var clients = workloads.SelectMany((workload, at) => Enumerable.Range(0, workload.Clients).Select(client =>
            Task.Run(() => LoadAsync(run, workload, new Random(HashCode(options.Seed, at, client)), stop.Token)))).ToArray();
        var kills = plan.RunAsync(options.Kills);
        await Task.WhenAny([kills, .. clients]); // a client that fails ends the run
        await stop.CancelAsync();
        await Task.WhenAll([kills, .. clients]);

        await WholeCheck.SettleAsync(run);
        await run.Runtime.KillAsync(); // once more, at rest: what a life has left behind, the next one clears away
        await run.Runtime.StartAsync();
        await WholeCheck.SettleAsync(run);
        var alive = run.MarksOf("alive").Length;
        foreach (var workload in workloads)
        {
            await workload.CheckAsync(run);
        }

        await WholeCheck.CheckAsync(run);
        run.Report.Expect("no process of a stopped run or a cancelled command runs on", run.MarksOf("alive").Length == alive, () => "");
    }

    private static async Task LoadAsync(ChaosRun run, IChaosWorkload workload, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await workload.RoundAsync(run, random);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20)), TimeProvider.System, CancellationToken.None);
        }
    }

    private static int HashCode(int seed, int workload, int client) => unchecked((((seed * 31) + workload) * 31) + client);
}
