namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>A task attempt under way.</summary>
internal sealed class TaskPosition
{
    public required long TaskId { get; init; }

    /// <summary>0 where the attempt has no time limit.</summary>
    public long TimeoutTimerId { get; set; }

    /// <summary>0 where no heartbeat is awaited.</summary>
    public long HeartbeatTimerId { get; set; }

    public long HeartbeatSeconds { get; init; }

    /// <summary>The API call was accepted (TaskSubmitted, or an activity's worker took it).</summary>
    public bool IsSubmitted { get; set; }

    public TaskPosition Clone() => (TaskPosition)MemberwiseClone();
}
