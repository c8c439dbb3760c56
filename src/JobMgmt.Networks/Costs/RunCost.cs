namespace JobMgmt.Networks.Costs;

/// <summary>What one run of a network takes of AWS's services, its children (RunJob, SendFailEvent, gates, other networks) included.</summary>
public sealed record RunCost
{
    /// <summary>The states that the network's own execution enters, and its retries; those of networks that it starts too.</summary>
    public int NetworkTransitions { get; init; }

    /// <summary>The same of RunJob's executions.</summary>
    public int RunJobTransitions { get; init; }

    /// <summary>The same of SendFailEvent's.</summary>
    public int AlertTransitions { get; init; }

    /// <summary>The same of JobGate's.</summary>
    public int GateTransitions { get; init; }

    /// <summary>The same of WatchDeadline's.</summary>
    public int WatchTransitions { get; init; }

    /// <summary>Those of StartNetwork, where a trigger starts the run.</summary>
    public int StartTransitions { get; init; }

    /// <summary>Those of SendRecovered, which looks at each run that succeeds.</summary>
    public int RecoveryTransitions { get; init; }

    /// <summary>All state transitions: what Step Functions bills.</summary>
    public int StateTransitions => NetworkTransitions + RunJobTransitions + AlertTransitions + GateTransitions + WatchTransitions + StartTransitions + RecoveryTransitions;

    /// <summary>The automations.</summary>
    public IReadOnlyList<AutomationUse> Automations { get; init; } = Array.Empty<AutomationUse>();

    /// <summary>All automations' steps.</summary>
    public int AutomationSteps => Automations.Sum(one => one.Steps);

    /// <summary>How many automations go on at once, at most.</summary>
    public int ConcurrentAutomations { get; init; }

    /// <summary>Calls of AWS's APIs that the state machines and the automations make, by service as in <see cref="ApiCalls"/>.</summary>
    public IReadOnlyDictionary<string, int> Calls { get; init; } = new Dictionary<string, int>();

    /// <summary>This, with what the stack does beside a run: the transitions of start and recovery, and the calls, which is all that <see cref="BesideRun"/> tells.</summary>
    public RunCost Plus(RunCost beside)
    {
        var calls = new ApiCalls();
        calls.Add(Calls);
        calls.Add(beside.Calls);
        return this with { StartTransitions = StartTransitions + beside.StartTransitions, RecoveryTransitions = RecoveryTransitions + beside.RecoveryTransitions, Calls = calls.Counts };
    }

    /// <summary>How long the script steps take together.</summary>
    /// <param name="assumed">Seconds of a step whose time is not known.</param>
    public double ScriptSeconds(double assumed) => Automations.Sum(one => one.ScriptSeconds ?? (one.ScriptSteps * assumed));

    /// <summary>What it costs in US dollars, without any free tier.</summary>
    /// <param name="prices">What AWS takes.</param>
    /// <param name="assumedScriptSeconds">Seconds of a script step whose time is not known.</param>
    public decimal Price(CostPrices prices, double assumedScriptSeconds) =>
        (StateTransitions * prices.StateTransition) + (AutomationSteps * prices.AutomationStep)
        + ((decimal)ScriptSeconds(assumedScriptSeconds) * prices.ScriptSecond) + ((Calls.TryGetValue(ApiCalls.EventBridge, out var events) ? events : 0) * prices.Event);
}
