using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>The behavior of each state type. A table.</summary>
internal static class StateBehaviors
{
    public static TaskBehavior Task { get; } = new();

    public static DistributedMapBehavior DistributedMap { get; } = new();

    private static readonly PassBehavior _pass = new();
    private static readonly ChoiceBehavior _choice = new();
    private static readonly WaitBehavior _wait = new();
    private static readonly SucceedBehavior _succeed = new();
    private static readonly FailBehavior _fail = new();
    private static readonly ParallelBehavior _parallel = new();
    private static readonly MapBehavior _map = new();

    public static StateBehavior Of(State state) => state switch
    {
        PassState => _pass,
        TaskState => Task,
        ChoiceState => _choice,
        WaitState => _wait,
        SucceedState => _succeed,
        FailState => _fail,
        ParallelState => _parallel,
        MapState { Processor.IsDistributed: true } => DistributedMap,
        MapState => _map,
        _ => throw new InvalidOperationException($"No behavior for {state.Type}."),
    };

    public static StateBehavior OfParent(BranchPosition parent) => Of(parent.State);
}
