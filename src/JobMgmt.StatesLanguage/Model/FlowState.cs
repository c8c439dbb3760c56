using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>A state that takes its input through to an output: all but Fail.</summary>
public abstract record FlowState : State
{
    /// <summary>The state that follows; null where this one ends its branch (<c>End</c>, Succeed).</summary>
    public string? Next { get; init; }

    /// <summary>Which part of the input the state works on; null where the field is absent.</summary>
    public StatePath? InputPath { get; init; }

    /// <summary>Which part of the result becomes the output; null where the field is absent.</summary>
    public StatePath? OutputPath { get; init; }

    /// <summary>The variables that the state sets when it ends well.</summary>
    public PayloadTemplate? Assign { get; init; }

    /// <summary>The output, in JSONata; null where the field is absent: the result, or the input of a state that has none.</summary>
    public PayloadTemplate? Output { get; init; }
}
