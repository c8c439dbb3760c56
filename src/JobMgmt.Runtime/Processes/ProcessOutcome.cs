namespace JobMgmt.Runtime.Processes;

/// <summary>How a supervised process ended.</summary>
internal enum ProcessOutcome
{
    /// <summary>By itself, with an exit code (128 + N where signal N ended it).</summary>
    Exited,

    /// <summary>Killed, it and its group, because its time was over.</summary>
    TimedOut,

    /// <summary>Killed, or never begun, because <see cref="ISupervisedProcess.KillAsync"/> was called.</summary>
    Cancelled,

    /// <summary>Nobody knows: its supervisor was killed or the machine went down.</summary>
    Lost,
}
