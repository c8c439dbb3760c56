namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>One difference that Compare-JobNetwork has found.</summary>
public sealed class JobNetworkDifference
{
    /// <summary>The network.</summary>
    public required string NetworkName { get; init; }

    /// <summary>The job; null where the network itself differs.</summary>
    public string? JobName { get; init; }

    /// <summary>The member that differs; <c>Network</c> or <c>Job</c> where one side has none.</summary>
    public required string Field { get; init; }

    /// <summary>What it is on the reference side.</summary>
    public string? Reference { get; init; }

    /// <summary>What it is on the difference side.</summary>
    public string? Difference { get; init; }

    /// <summary>Which side has it: <c>&lt;=</c> the reference, <c>=&gt;</c> the difference, <c>&lt;&gt;</c> both, and they differ.</summary>
    public string SideIndicator => Difference is null ? "<=" : Reference is null ? "=>" : "<>";

    /// <inheritdoc/>
    public override string ToString() => $"{NetworkName} {JobName} {Field}: {Reference} {SideIndicator} {Difference}";
}
