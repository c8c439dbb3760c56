namespace JobMgmt.StatesLanguage.Model;

/// <summary>Succeed: ends its branch well.</summary>
public sealed record SucceedState : FlowState
{
    /// <inheritdoc/>
    public override string Type => "Succeed";
}
