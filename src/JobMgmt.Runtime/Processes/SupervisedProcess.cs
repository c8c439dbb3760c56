namespace JobMgmt.Runtime.Processes;

/// <summary>One folder's process, watched until its exit is in the folder.</summary>
internal sealed class SupervisedProcess(SupervisionFolder folder, ProcessSignals signals, Task<ProcessExit> completion) : ISupervisedProcess
{
    public Task<ProcessExit> Completion { get; } = completion;

    public DateTimeOffset? EndedAt => folder.ExitTime;

    public string StdoutPath => folder.Stdout;

    public string StderrPath => folder.Stderr;

    public async Task KillAsync()
    {
        if (Completion.IsCompleted)
        {
            return;
        }

        folder.AskToCancel(); // first: a supervisor that takes the folder from now on sees it and starts nothing
        if (folder.Supervisor is { } supervisor && await signals.IsSupervisorAsync(supervisor, folder.Path))
        {
            await ProcessSignals.SendAsync("TERM", supervisor);
        }
    }
}
