using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>Where an execution stands.</summary>
internal sealed class ExecutionPosition
{
    public required ExecutionFacts Facts { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required JsonValue Input { get; init; }

    public required SeededRandom Random { get; init; }

    public long NextEventId { get; set; } = 1;

    public long NextTimerId { get; set; } = 1;

    public long NextTaskId { get; set; } = 1;

    /// <summary>The state machine's TimeoutSeconds; 0 for none.</summary>
    public long TimeoutTimerId { get; set; }

    /// <summary>How often it was redriven.</summary>
    public long RedriveCount { get; set; }

    /// <summary>The last time.</summary>
    public DateTimeOffset? RedrivenAt { get; set; }

    /// <summary>It has ended without success, and this is where it stood: only a redrive goes on from here.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Null once it has ended.</summary>
    public BranchPosition? Root { get; set; }

    public ExecutionPosition Clone(StateMachineDefinition definition)
    {
        var copy = Copy(Root?.Clone(null, definition.Root));
        copy.TimeoutTimerId = TimeoutTimerId;
        copy.IsStopped = IsStopped;
        return copy;
    }

    /// <summary>Where it stood, with the ids and the randomness of now: none of them is used twice.</summary>
    public ExecutionPosition StoppedAt(BranchPosition root)
    {
        var copy = Copy(root);
        copy.IsStopped = true;
        return copy;
    }

    private ExecutionPosition Copy(BranchPosition? root) => new()
    {
        Facts = Facts,
        StartedAt = StartedAt,
        Input = Input,
        Random = Random.Clone(),
        NextEventId = NextEventId,
        NextTimerId = NextTimerId,
        NextTaskId = NextTaskId,
        RedriveCount = RedriveCount,
        RedrivenAt = RedrivenAt,
        Root = root,
    };
}
