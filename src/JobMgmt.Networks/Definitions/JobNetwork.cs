namespace JobMgmt.Networks.Definitions;

/// <summary>Jobs with an order between them, deployed as one state machine. The jobs run one after the other, in list order.</summary>
public sealed record JobNetwork
{
    /// <summary>The name, without the <c>JobNetwork-</c> that its state machine has in front.</summary>
    public string Name { get; init; } = "";

    /// <summary>The jobs in their order.</summary>
    public IReadOnlyList<JobDefinition> Jobs { get; init; } = Array.Empty<JobDefinition>();

    /// <summary>The channel that gets the alert when a job fails; null takes the stack's default channel.</summary>
    public string? AlertChannel { get; init; }

    /// <summary>Worker tags where neither the run's input nor the job names any; null: the input has to.</summary>
    public IReadOnlyDictionary<string, string>? Tag { get; init; }

    /// <summary>What the network is for, in the user's words.</summary>
    public string? Description { get; init; }
}
