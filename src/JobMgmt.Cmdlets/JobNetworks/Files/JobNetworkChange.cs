namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>One line of an import's plan, and what became of it.</summary>
public sealed class JobNetworkChange
{
    /// <summary>What is done to the network.</summary>
    public required JobNetworkAction Action { get; init; }

    /// <summary>The network.</summary>
    public required string Name { get; init; }

    /// <summary>In which members it differs, in an operator's words.</summary>
    public string[] Differences { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public required JobNetworkChangeState State { get; init; }

    /// <summary>Its file; null for a network without one.</summary>
    public string? Path { get; init; }

    /// <summary>The action as the plan shows it: <c>+</c>, <c>~</c>, <c>-</c>, <c>=</c>.</summary>
    public string Sign => Action switch
    {
        JobNetworkAction.Create => "+",
        JobNetworkAction.Change => "~",
        JobNetworkAction.Remove => "-",
        _ => "=",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Sign} {Name}{(Differences.Length == 0 ? "" : ": " + string.Join("; ", Differences))}";
}
