using JobMgmt.Networks.Costs;
using JobMgmt.Networks.Coverage;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Interpreter;

namespace JobMgmt.Networks.Simulation;

/// <summary>What a simulated run came to.</summary>
public sealed record SimulatedRun
{
    /// <summary>How it ended, as Step Functions says it.</summary>
    public required ExecutionOutcome Outcome { get; init; }

    /// <summary>The virtual clock's first instant; all times of the run are on that clock.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>The virtual clock's last instant.</summary>
    public required DateTimeOffset StopTime { get; init; }

    /// <summary>The jobs in the network's order, also those that did not run.</summary>
    public required IReadOnlyList<JobTrace> Jobs { get; init; }

    /// <summary>The names of the jobs that were started, in the order of their first start.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The alerts, as they were sent.</summary>
    public required IReadOnlyList<SimulatedAlert> Alerts { get; init; }

    /// <summary>What Step Functions would bill: the states that are entered of the network and of the stack's machines that work for it, and the retries.</summary>
    public int StateTransitions => Cost.StateTransitions;

    /// <summary>The same in parts, and what else the run takes.</summary>
    public required RunCost Cost { get; init; }

    /// <summary>Where it has been.</summary>
    public required NetworkVisits Visits { get; init; }
}
