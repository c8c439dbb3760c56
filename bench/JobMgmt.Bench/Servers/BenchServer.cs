using System.Diagnostics;
using JobMgmt.Bench.Wire;

namespace JobMgmt.Bench.Servers;

/// <summary>A server under measurement: a process on a loopback port, killed and started anew between workloads.</summary>
internal abstract class BenchServer : IDisposable
{
    private RequestSigner? _signer;
    private int _port;

    /// <summary>In the table.</summary>
    public abstract string Name { get; }

    /// <summary>Of the counts, beside the options' own.</summary>
    public virtual double Scale => 1;

    /// <summary>Whether what it was told is there after a restart.</summary>
    public virtual bool IsDurable => true;

    protected Process? Process { get; set; }

    /// <summary>Resident memory in MiB.</summary>
    public double Memory
    {
        get
        {
            Process!.Refresh();
            return Process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            Process!.Refresh();
            return Process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it on what is there.</summary>
    /// <returns>The time from its process's start to its first answer to a signed request.</returns>
    public TimeSpan Start()
    {
        var began = Stopwatch.GetTimestamp();
        (_port, _signer) = StartProcess();
        using var client = Client();
        client.Call("ListStateMachines", StatesLanguage.Json.JsonObject.Empty);
        var took = Stopwatch.GetElapsedTime(began);
        Prepare(client, _port);
        return took;
    }

    /// <summary>Kills it, forgets what it was told, and starts it.</summary>
    public TimeSpan StartFresh()
    {
        Kill();
        Forget();
        return Start();
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        if (Process is not null)
        {
            Process.Kill(entireProcessTree: true);
            Process.WaitForExit();
            Process.Dispose();
            Process = null;
        }
    }

    /// <summary>A client with a connection of its own.</summary>
    public StatesClient Client() => new(_signer!, _port);

    /// <summary>Runs the work on so many threads, each with a client of its own, and waits for all.</summary>
    /// <returns>How long it took, connecting not counted.</returns>
    public TimeSpan Drive(int clients, Action<StatesClient> work)
    {
        var faults = new List<Exception>();
        using var start = new Barrier(clients + 1);
        var threads = Enumerable.Range(0, clients).Select(_ => new Thread(() =>
        {
            using var client = Client();
            client.Call("ListStateMachines", StatesLanguage.Json.JsonObject.Empty);
            start.SignalAndWait();
            try
            {
                work(client);
            }
            catch (Exception error)
            {
                lock (faults)
                {
                    faults.Add(error);
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        start.SignalAndWait();
        var began = Stopwatch.GetTimestamp();
        threads.ForEach(thread => thread.Join());
        var took = Stopwatch.GetElapsedTime(began);
        return faults.Count == 0 ? took
            : faults[0] is UnsupportedException ? throw faults[0]
            : throw new WrongAnswerException(faults[0].Message);
    }

    public void Dispose()
    {
        Kill();
        Forget();
    }

    protected abstract (int Port, RequestSigner Signer) StartProcess();

    protected abstract void Forget();

    /// <summary>What the server needs before it is measured; first-use costs belong to no workload.</summary>
    protected virtual void Prepare(StatesClient client, int port)
    {
        for (var i = 0; i < 20; i++)
        {
            client.Call("ListStateMachines", StatesLanguage.Json.JsonObject.Empty);
        }
    }
}
