using JobMgmt.Aws.StepFunctions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Networks.Coverage;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Simulation;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>What Invoke-JobNetwork found out: how a run would go. All times are virtual.</summary>
public sealed class SimulatedJobNetworkRun
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>How the run ended.</summary>
    public required JobNetworkRunStatus Status { get; init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>The error's cause.</summary>
    public string? Cause { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The jobs in the network's order, also those that did not run.</summary>
    public IReadOnlyList<SimulatedJobRun> Jobs { get; init; } = [];

    /// <summary>The names of the jobs that were started, in the order of their start.</summary>
    public string[] Path { get; init; } = [];

    /// <summary>The alerts.</summary>
    public IReadOnlyList<SimulatedJobAlert> Alert { get; init; } = [];

    /// <summary>The run's output as JSON text; null where it did not succeed.</summary>
    public string? ExecutionOutput { get; init; }

    /// <summary>What Step Functions would bill.</summary>
    public int StateTransitions { get; init; }

    /// <summary>The definition that was walked, for Measure-JobNetwork -Coverage.</summary>
    internal string Definition { get; private init; } = "";

    /// <summary>Where the run has been, for Measure-JobNetwork -Coverage.</summary>
    internal NetworkVisits Visits { get; private init; } = new();

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName}: {Status}";

    internal static SimulatedJobNetworkRun Of(NetworkSimulation network, SimulatedRun run) => new()
    {
        NetworkName = network.Name,
        Definition = network.Definition,
        Visits = run.Visits,
        Status = RunDirectory.Status(new ExecutionStatus(run.Outcome.Status)),
        Error = run.Outcome.Error,
        Cause = run.Outcome.Cause,
        Duration = run.StopTime - run.StartTime,
        Jobs = run.Jobs.Select(job => Of(job, run.StartTime)).ToArray(),
        Path = [.. run.Path],
        Alert = run.Alerts
            .Select(alert => new SimulatedJobAlert { JobName = alert.JobName, Error = alert.Error, Channel = alert.Channel, Time = alert.Time - run.StartTime }).ToArray(),
        ExecutionOutput = run.Outcome.Output?.ToString(),
        StateTransitions = run.StateTransitions,
    };

    private static SimulatedJobRun Of(JobTrace job, DateTimeOffset start) => new()
    {
        JobName = job.JobName,
        Status = job.Status,
        Attempts = job.Starts,
        ExitCode = job.Result.ExitCode,
        Output = JsonObjects.Of(job.Result.Output),
        StartTime = job.StartTime - start,
        Duration = job.StopTime - job.StartTime,
        Error = job.Error,
        Cause = job.Cause,
    };
}
