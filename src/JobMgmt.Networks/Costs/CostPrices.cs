namespace JobMgmt.Networks.Costs;

/// <summary>
/// What AWS takes, in US dollars. The defaults are list prices of one Region in one year: that of state transitions was read in a copy of AWS's price page, the others are as
/// commonly known and were not checked there. Free tiers are not in them.
/// </summary>
public sealed record CostPrices
{
    /// <summary>What the free tiers are, which no price takes into account.</summary>
    public const string FreeTiers =
        "Not taken off: 4,000 state transitions a month; for accounts that used Automation before 2025-08-14 also 100,000 automation steps and 5,000 script seconds a month.";

    /// <summary>Of one state transition of a Standard state machine.</summary>
    public decimal StateTransition { get; init; } = 0.000025m;

    /// <summary>Of one step of an automation.</summary>
    public decimal AutomationStep { get; init; } = 0.002m;

    /// <summary>Of one second of an <c>aws:executeScript</c> step.</summary>
    public decimal ScriptSecond { get; init; } = 0.00003m;

    /// <summary>Of one event that is put on the bus.</summary>
    public decimal Event { get; init; } = 0.000001m;

    /// <summary>When the prices are of.</summary>
    public string AsOf { get; init; } = "2025";

    /// <summary>The Region that the prices are of.</summary>
    public string Region { get; init; } = "us-east-1";
}
