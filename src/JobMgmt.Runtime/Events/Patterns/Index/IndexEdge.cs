namespace JobMgmt.Runtime.Events.Patterns.Index;

/// <summary>Leads from a field whose value has one of some keys to what else must be met.</summary>
internal sealed class IndexEdge<T>
{
    /// <summary>Where it leads.</summary>
    public IndexNode<T> Node { get; } = new();

    /// <summary>The number of the last event that came along, so that none goes twice where several keys or values lead the same way.</summary>
    public long LastEvent { get; set; }
}
