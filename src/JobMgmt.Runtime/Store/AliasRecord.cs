namespace JobMgmt.Runtime.Store;

/// <summary>An alias of a state machine: a name for one version, or for two that share the starts.</summary>
/// <param name="StateMachineArn">The machine's ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What its maker wrote.</param>
/// <param name="Routes">One or two; their weights are 100 together.</param>
/// <param name="Created">When it was created.</param>
/// <param name="Updated">When it was last changed.</param>
internal sealed record AliasRecord(string StateMachineArn, string Name, string? Description, IReadOnlyList<AliasRoute> Routes, DateTimeOffset Created, DateTimeOffset Updated)
{
    public string Arn => $"{StateMachineArn}:{Name}";

    /// <summary>The version that a start goes to.</summary>
    /// <param name="draw">A number from 0 to 99.</param>
    public long Route(int draw) => draw < Routes[0].Weight ? Routes[0].Version : Routes[^1].Version;
}
