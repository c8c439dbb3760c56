namespace JobMgmt.StatesLanguage.Interpreter.Inputs;

/// <summary>Something that an execution is told. It carries its own instant: the interpreter has no clock.</summary>
/// <param name="At">When it happened.</param>
public abstract record Input(DateTimeOffset At)
{
    /// <summary>The definition's activities that do not exist at that time: a Task that needs one fails.</summary>
    public IReadOnlyCollection<string> MissingActivities { get; init; } = [];

    /// <summary>Checks the parameters of tasks before they are scheduled; null: they are scheduled as they are.</summary>
    public ITaskParameters? TaskParameters { get; init; }
}
