using JobMgmt.Networks.Definitions;

namespace JobMgmt.Networks.Runs;

/// <summary>A run that is to be continued, with those of its jobs that are networks and did not end well.</summary>
/// <param name="ExecutionArn">The run.</param>
/// <param name="Network">Its network, as the run that continues it has it.</param>
/// <param name="Jobs">What became of its jobs.</param>
/// <param name="Rerun">What it had passed over itself; null where it continues none.</param>
public sealed record EarlierRun(string ExecutionArn, JobNetwork Network, IReadOnlyList<JobTrace> Jobs, Rerun? Rerun)
{
    /// <summary>The runs of networks that jobs of it are, by job: those that can be continued.</summary>
    public IReadOnlyDictionary<string, EarlierRun> Nested { get; init; } = new Dictionary<string, EarlierRun>();
}
