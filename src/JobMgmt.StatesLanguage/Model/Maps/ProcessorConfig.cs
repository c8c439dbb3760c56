namespace JobMgmt.StatesLanguage.Model.Maps;

/// <summary>How a Map's item processor runs (<c>ProcessorConfig</c>).</summary>
/// <param name="IsDistributed">Mode DISTRIBUTED: each item, or batch of items, is an execution of its own. Else INLINE, the default: an iteration within the execution.</param>
/// <param name="ExecutionType">STANDARD or EXPRESS: the kind of those executions; null where the field is absent.</param>
public sealed record ProcessorConfig(bool IsDistributed, string? ExecutionType)
{
    /// <summary>Where there is no ProcessorConfig.</summary>
    public static ProcessorConfig Inline { get; } = new(false, null);
}
