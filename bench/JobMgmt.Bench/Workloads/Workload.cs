using JobMgmt.Bench.Figures;
using JobMgmt.Bench.Servers;

namespace JobMgmt.Bench.Workloads;

/// <summary>Work that a server is given, which tells one or more figures and checks the answers.</summary>
internal abstract class Workload
{
    /// <summary>For <c>--only</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it tells.</summary>
    public abstract IReadOnlyList<Figure> Figures { get; }

    /// <summary>It takes long, and is run once whatever <c>--runs</c> says.</summary>
    public virtual bool IsRunOnce => false;

    /// <summary>It needs a server that still knows after a restart what it was told.</summary>
    public virtual bool NeedsDurability => false;

    /// <summary>Runs it.</summary>
    /// <param name="server">A server that has answered some calls.</param>
    /// <param name="scale">Of the counts.</param>
    /// <param name="measurements">Takes the values.</param>
    /// <exception cref="WrongAnswerException">The server's answers are not right.</exception>
    public abstract void Run(BenchServer server, double scale, Measurements measurements);

    protected static int Count(int full, double scale) => Math.Max(1, (int)(full * scale));
}
