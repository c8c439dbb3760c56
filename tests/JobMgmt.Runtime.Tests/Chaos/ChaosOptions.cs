using System.Globalization;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>How much chaos. The default is the small form of every test run; the full one is <c>JOBMGMT_CHAOS_KILLS=100</c>, see docs/durability.md.</summary>
/// <param name="Kills">SIGKILLs.</param>
/// <param name="Seed">What is random is drawn from it; only the moments at which processes do things are not.</param>
internal sealed record ChaosOptions(int Kills, int Seed)
{
    private const int SmallKills = 8;
    private const int SmallSeed = 20261124;

    /// <summary>How long a life of the runtime lasts at most, once it listens.</summary>
    public TimeSpan LongestLife => TimeSpan.FromSeconds(Kills <= SmallKills ? 0.7 : 1.6);

    public static ChaosOptions FromEnvironment()
    {
        var kills = Number("JOBMGMT_CHAOS_KILLS");
        return new ChaosOptions(kills ?? SmallKills, Number("JOBMGMT_CHAOS_SEED") ?? (kills is null ? SmallSeed : Environment.TickCount & 0xFFFFFF));
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
