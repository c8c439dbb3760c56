namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>A managed node that jobs can be sent to.</summary>
public sealed class JobWorker
{
    /// <summary>Its Name tag, or the managed instance's name; empty for none.</summary>
    public required string Name { get; init; }

    /// <summary>The node's id: <c>i-…</c> or <c>mi-…</c>.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Whether its agent answers: Online, ConnectionLost or Inactive. Only Online ones get jobs.</summary>
    public required string PingStatus { get; init; }

    /// <summary>The operating system and its version.</summary>
    public string? Platform { get; init; }

    /// <summary>The host's name.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The host's address.</summary>
    public string? IPAddress { get; init; }

    /// <summary>The agent's version.</summary>
    public string? AgentVersion { get; init; }

    /// <summary>When the agent was last heard.</summary>
    public DateTime? LastPingTime { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => Name.Length > 0 ? $"{Name} ({InstanceId})" : InstanceId;
}
