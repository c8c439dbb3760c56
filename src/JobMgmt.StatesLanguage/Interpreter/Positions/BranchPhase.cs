namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>What a branch is doing. Between two steps no branch is <see cref="Ready"/>.</summary>
internal enum BranchPhase
{
    /// <summary>Its state is to be entered.</summary>
    Ready,

    /// <summary>A Wait state's timer runs.</summary>
    Waiting,

    /// <summary>A task attempt is under way.</summary>
    TaskPending,

    /// <summary>The time before the next retry runs.</summary>
    RetryWaiting,

    /// <summary>Its Parallel or Map state's branches run.</summary>
    Children,

    /// <summary>It has ended, well or not.</summary>
    Ended,

    /// <summary>Its distributed Map state's map run is under way. Last: the numbers are stored.</summary>
    MapRunPending,
}
