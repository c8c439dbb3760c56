using JobMgmt.Networks.Costs;

namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>What a run of a network costs: one that was forecast, or one that was.</summary>
public sealed class JobNetworkCost
{
    /// <summary>How many automations an account runs at once, without adaptive concurrency.</summary>
    public const int AutomationQuota = 100;

    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>Which run is measured.</summary>
    public required JobNetworkCostCase Case { get; init; }

    /// <summary>What happens in it, in words.</summary>
    public required string What { get; init; }

    /// <summary>All state transitions: what Step Functions bills.</summary>
    public int StateTransitions { get; init; }

    /// <summary>Those of the network itself, and of networks that it starts.</summary>
    public int NetworkTransitions { get; init; }

    /// <summary>Those of RunJob.</summary>
    public int RunJobTransitions { get; init; }

    /// <summary>Those of SendFailEvent.</summary>
    public int AlertTransitions { get; init; }

    /// <summary>Those of gates between branches (JobGate).</summary>
    public int GateTransitions { get; init; }

    /// <summary>Those of what watches deadlines (WatchDeadline).</summary>
    public int WatchTransitions { get; init; }

    /// <summary>Those of what starts the network for its trigger (StartNetwork); of a network with several, of the one that takes most.</summary>
    public int StartTransitions { get; init; }

    /// <summary>Those of what looks at each run that succeeds (SendRecovered).</summary>
    public int RecoveryTransitions { get; init; }

    /// <summary>How many automations are started.</summary>
    public int Automations { get; init; }

    /// <summary>How many go on at once, at most; an account's quota is 100.</summary>
    public int ConcurrentAutomations { get; init; }

    /// <summary>Their steps.</summary>
    public int AutomationSteps { get; init; }

    /// <summary>How long their script steps take together; assumed in a forecast, measured of a run that was.</summary>
    public double ScriptSeconds { get; init; }

    /// <summary>API calls that the state machines and automations make, by service.</summary>
    public IReadOnlyDictionary<string, int> ApiCalls { get; init; } = new Dictionary<string, int>();

    /// <summary>What a run costs, in US dollars.</summary>
    public decimal Price { get; init; }

    /// <summary>How many runs a month has; null where it was not said.</summary>
    public int? RunsPerMonth { get; init; }

    /// <summary>What they cost, in US dollars.</summary>
    public decimal? PricePerMonth => RunsPerMonth * Price;

    /// <summary>Which day and Region the prices are of.</summary>
    public required string PriceBasis { get; init; }

    /// <summary>The free tiers, which are not taken off.</summary>
    public string FreeTier => CostPrices.FreeTiers;

    /// <summary>The run that was; null for a forecast.</summary>
    public string? ExecutionArn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName}: {What}";

    internal static JobNetworkCost Of(string network, JobNetworkCostCase which, string what, RunCost cost, CostPrices prices, double scriptSeconds, int? runsPerMonth, string? arn) => new()
    {
        NetworkName = network,
        Case = which,
        What = what,
        StateTransitions = cost.StateTransitions,
        NetworkTransitions = cost.NetworkTransitions,
        RunJobTransitions = cost.RunJobTransitions,
        AlertTransitions = cost.AlertTransitions,
        GateTransitions = cost.GateTransitions,
        WatchTransitions = cost.WatchTransitions,
        StartTransitions = cost.StartTransitions,
        RecoveryTransitions = cost.RecoveryTransitions,
        Automations = cost.Automations.Count,
        ConcurrentAutomations = cost.ConcurrentAutomations,
        AutomationSteps = cost.AutomationSteps,
        ScriptSeconds = Math.Round(cost.ScriptSeconds(scriptSeconds), 1),
        ApiCalls = cost.Calls,
        Price = cost.Price(prices, scriptSeconds),
        RunsPerMonth = runsPerMonth,
        PriceBasis = $"prices in USD, {prices.Region}, as of {prices.AsOf}; free tiers not taken off",
        ExecutionArn = arn,
    };
}
