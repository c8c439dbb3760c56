namespace JobMgmt.Aws.StepFunctions.Model;

/// <summary>One event of an execution's history. Of the details at most one is set, named by the type.</summary>
public sealed class HistoryEvent
{
    /// <summary>When it happened (UTC).</summary>
    public DateTime? Timestamp { get; set; }

    /// <summary>What happened.</summary>
    public HistoryEventType Type { get; set; } = null!;

    /// <summary>The id, from 1 upwards without gaps.</summary>
    public long? Id { get; set; }

    /// <summary>The id of the event that led to this one; 0 for none.</summary>
    public long? PreviousEventId { get; set; }

    /// <summary>Set for ActivityFailed.</summary>
    public ActivityFailedEventDetails? ActivityFailedEventDetails { get; set; }

    /// <summary>Set for ActivityScheduleFailed.</summary>
    public ActivityScheduleFailedEventDetails? ActivityScheduleFailedEventDetails { get; set; }

    /// <summary>Set for ActivityScheduled.</summary>
    public ActivityScheduledEventDetails? ActivityScheduledEventDetails { get; set; }

    /// <summary>Set for ActivityStarted.</summary>
    public ActivityStartedEventDetails? ActivityStartedEventDetails { get; set; }

    /// <summary>Set for ActivitySucceeded.</summary>
    public ActivitySucceededEventDetails? ActivitySucceededEventDetails { get; set; }

    /// <summary>Set for ActivityTimedOut.</summary>
    public ActivityTimedOutEventDetails? ActivityTimedOutEventDetails { get; set; }

    /// <summary>Set for TaskFailed.</summary>
    public TaskFailedEventDetails? TaskFailedEventDetails { get; set; }

    /// <summary>Set for TaskScheduled.</summary>
    public TaskScheduledEventDetails? TaskScheduledEventDetails { get; set; }

    /// <summary>Set for TaskStartFailed.</summary>
    public TaskStartFailedEventDetails? TaskStartFailedEventDetails { get; set; }

    /// <summary>Set for TaskStarted.</summary>
    public TaskStartedEventDetails? TaskStartedEventDetails { get; set; }

    /// <summary>Set for TaskSubmitFailed.</summary>
    public TaskSubmitFailedEventDetails? TaskSubmitFailedEventDetails { get; set; }

    /// <summary>Set for TaskSubmitted.</summary>
    public TaskSubmittedEventDetails? TaskSubmittedEventDetails { get; set; }

    /// <summary>Set for TaskSucceeded.</summary>
    public TaskSucceededEventDetails? TaskSucceededEventDetails { get; set; }

    /// <summary>Set for TaskTimedOut.</summary>
    public TaskTimedOutEventDetails? TaskTimedOutEventDetails { get; set; }

    /// <summary>Set for ExecutionFailed.</summary>
    public ExecutionFailedEventDetails? ExecutionFailedEventDetails { get; set; }

    /// <summary>Set for ExecutionStarted.</summary>
    public ExecutionStartedEventDetails? ExecutionStartedEventDetails { get; set; }

    /// <summary>Set for ExecutionSucceeded.</summary>
    public ExecutionSucceededEventDetails? ExecutionSucceededEventDetails { get; set; }

    /// <summary>Set for ExecutionAborted.</summary>
    public ExecutionAbortedEventDetails? ExecutionAbortedEventDetails { get; set; }

    /// <summary>Set for ExecutionTimedOut.</summary>
    public ExecutionTimedOutEventDetails? ExecutionTimedOutEventDetails { get; set; }

    /// <summary>Set for ExecutionRedriven.</summary>
    public ExecutionRedrivenEventDetails? ExecutionRedrivenEventDetails { get; set; }

    /// <summary>Set for MapStateStarted.</summary>
    public MapStateStartedEventDetails? MapStateStartedEventDetails { get; set; }

    /// <summary>Set for MapIterationStarted.</summary>
    public MapIterationEventDetails? MapIterationStartedEventDetails { get; set; }

    /// <summary>Set for MapIterationSucceeded.</summary>
    public MapIterationEventDetails? MapIterationSucceededEventDetails { get; set; }

    /// <summary>Set for MapIterationFailed.</summary>
    public MapIterationEventDetails? MapIterationFailedEventDetails { get; set; }

    /// <summary>Set for MapIterationAborted.</summary>
    public MapIterationEventDetails? MapIterationAbortedEventDetails { get; set; }

    /// <summary>Set for LambdaFunctionFailed.</summary>
    public LambdaFunctionFailedEventDetails? LambdaFunctionFailedEventDetails { get; set; }

    /// <summary>Set for LambdaFunctionScheduleFailed.</summary>
    public LambdaFunctionScheduleFailedEventDetails? LambdaFunctionScheduleFailedEventDetails { get; set; }

    /// <summary>Set for LambdaFunctionScheduled.</summary>
    public LambdaFunctionScheduledEventDetails? LambdaFunctionScheduledEventDetails { get; set; }

    /// <summary>Set for LambdaFunctionStartFailed.</summary>
    public LambdaFunctionStartFailedEventDetails? LambdaFunctionStartFailedEventDetails { get; set; }

    /// <summary>Set for LambdaFunctionSucceeded.</summary>
    public LambdaFunctionSucceededEventDetails? LambdaFunctionSucceededEventDetails { get; set; }

    /// <summary>Set for LambdaFunctionTimedOut.</summary>
    public LambdaFunctionTimedOutEventDetails? LambdaFunctionTimedOutEventDetails { get; set; }

    /// <summary>Set for every ...StateEntered.</summary>
    public StateEnteredEventDetails? StateEnteredEventDetails { get; set; }

    /// <summary>Set for every ...StateExited.</summary>
    public StateExitedEventDetails? StateExitedEventDetails { get; set; }

    /// <summary>Set for MapRunStarted.</summary>
    public MapRunStartedEventDetails? MapRunStartedEventDetails { get; set; }

    /// <summary>Set for MapRunFailed.</summary>
    public MapRunFailedEventDetails? MapRunFailedEventDetails { get; set; }

    /// <summary>Set for MapRunRedriven.</summary>
    public MapRunRedrivenEventDetails? MapRunRedrivenEventDetails { get; set; }

    /// <summary>Set for EvaluationFailed.</summary>
    public EvaluationFailedEventDetails? EvaluationFailedEventDetails { get; set; }
}
