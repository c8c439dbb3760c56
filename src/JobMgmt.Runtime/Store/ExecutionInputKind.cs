namespace JobMgmt.Runtime.Store;

/// <summary>What a stored input tells an execution.</summary>
internal enum ExecutionInputKind
{
    /// <summary>The call of a <c>.sync</c> or <c>.waitForTaskToken</c> task was accepted.</summary>
    Submitted,

    /// <summary>A worker, whose name is in the output, took the activity's task.</summary>
    ActivityStarted,

    /// <summary>The task ended well.</summary>
    Succeeded,

    /// <summary>What the task started failed.</summary>
    Failed,

    /// <summary>The task's call itself failed.</summary>
    Refused,

    /// <summary>The task took too long.</summary>
    TimedOut,

    /// <summary>The execution that waits for this one does not any more: it is to end.</summary>
    Abort,

    /// <summary>The Map Run succeeded.</summary>
    MapRunSucceeded,

    /// <summary>The Map Run failed.</summary>
    MapRunFailed,
}
