using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;
using JobMgmt.Bench.Workloads;

namespace JobMgmt.Bench;

/// <summary>Runs each workload on each server, on a fresh process, and prints the table. What is going on is told on the side.</summary>
internal sealed class BenchRun(BenchOptions options, TextWriter table, TextWriter progress)
{
    private bool _isRight = true;

    /// <summary>Whether all answers were right.</summary>
    public bool Run()
    {
        var workloads = WorkloadTable.All.Where(workload => options.Only.Count == 0 || options.Only.Contains(workload.Name, StringComparer.Ordinal)).ToArray();
        Measurements ours;
        using (var runtime = new RuntimeServer())
        {
            ours = Measure(runtime, workloads, options.Runs);
        }

        Measurements? peer = null;
        if (options.HasPeer && MotoServer.IsThere())
        {
            using var moto = new MotoServer();
            peer = Measure(moto, workloads, runs: 1);
        }

        Report.Write(table, ours, peer);
        return _isRight;
    }

    private Measurements Measure(BenchServer server, IEnumerable<Workload> workloads, int runs)
    {
        var measurements = new Measurements();
        foreach (var workload in workloads.Where(workload => server.IsDurable || !workload.NeedsDurability))
        {
            progress.WriteLine($"{server.Name}: {workload.Name}");
            try
            {
                server.StartFresh();
                for (var run = 0; run < (workload.IsRunOnce ? 1 : runs); run++)
                {
                    workload.Run(server, options.Scale * server.Scale, measurements);
                }
            }
            catch (UnsupportedException error)
            {
                progress.WriteLine($"  not supported: {error.Message}");
                measurements.Forget(workload.Figures);
            }
            catch (Exception error) when (error is WrongAnswerException or System.Net.Sockets.SocketException or EndOfStreamException)
            {
                progress.WriteLine($"  WRONG: {error.Message}");
                measurements.Forget(workload.Figures);
                _isRight &= server is not RuntimeServer;
            }
        }

        return measurements;
    }
}
