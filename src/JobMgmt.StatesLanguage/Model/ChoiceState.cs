namespace JobMgmt.StatesLanguage.Model;

/// <summary>Choice: the first rule that holds decides where to go on.</summary>
public sealed record ChoiceState : FlowState
{
    /// <inheritdoc/>
    public override string Type => "Choice";

    /// <summary>The rules, in order.</summary>
    public required IReadOnlyList<ChoiceOption> Choices { get; init; }

    /// <summary>Where to go when no rule holds; null: the execution fails then.</summary>
    public string? Default { get; init; }
}
