namespace JobMgmt.StatesLanguage.Model;

/// <summary>Parallel: runs its branches side by side; the result is the array of their outputs.</summary>
public sealed record ParallelState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Parallel";

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Branch> Branches { get; init; }
}
