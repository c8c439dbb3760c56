using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Model;

/// <summary>A state that can fail and be retried: Task, Parallel and Map.</summary>
public abstract record WorkState : FlowState
{
    /// <summary>What the work is given instead of the effective input; in JSONata the field is called <c>Arguments</c>.</summary>
    public PayloadTemplate? Parameters { get; init; }

    /// <summary>What is made of the raw result.</summary>
    public PayloadTemplate? ResultSelector { get; init; }

    /// <summary>Where the result goes in the input; null where the field is absent: the result replaces the input.</summary>
    public StatePath? ResultPath { get; init; }

    /// <summary>Tried in order; each counts its own attempts.</summary>
    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    /// <summary>Tried in order, once no retrier wants the error.</summary>
    public IReadOnlyList<Catcher> Catch { get; init; } = [];
}
