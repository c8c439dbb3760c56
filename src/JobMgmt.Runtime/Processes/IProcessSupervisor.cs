namespace JobMgmt.Runtime.Processes;

/// <summary>Starts processes that outlive the runtime, and finds them again.</summary>
internal interface IProcessSupervisor
{
    /// <summary>
    /// Starts the process, or attaches to it where its folder was used already: it runs, or has ended. Safe to repeat at any moment, also after the runtime
    /// was killed half way.
    /// </summary>
    /// <exception cref="ProcessStartException">It can't be started here; nothing ran.</exception>
    Task<ISupervisedProcess> StartOrAttachAsync(ProcessSpec spec, CancellationToken cancellationToken = default);
}
