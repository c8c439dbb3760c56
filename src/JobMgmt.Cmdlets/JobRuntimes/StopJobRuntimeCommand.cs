using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>Stop-JobRuntime: ends the local runtime of a data folder; commands that run go on, and the next start picks them up.</summary>
[Cmdlet(VerbsLifecycle.Stop, "JobRuntime", SupportsShouldProcess = true)]
[OutputType(typeof(JobRuntime))]
public sealed class StopJobRuntimeCommand : AsyncPSCmdlet
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The folder whose runtime is to end; the user's own folder when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DataPath { get; set; }

    /// <summary>Writes the runtime that ended to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        RuntimeFolder folder = DataPath is null ? RuntimeFolder.Default : new RuntimeFolder(ResolvePath(DataPath));
        JobRuntime? runtime = await folder.FindAsync(cancellationToken).ConfigureAwait(false);
        if (runtime is null)
        {
            await WriteErrorAsync(JobRuntimeErrors.RuntimeNotRunning(folder.Path)).ConfigureAwait(false);
            return;
        }

        if (!await ShouldProcessAsync($"{runtime.DataPath} (process {runtime.ProcessId})", "Stop the local runtime").ConfigureAwait(false))
        {
            return;
        }

        RuntimeSignal.Terminate(runtime.ProcessId);
        if (!await RuntimeSignal.EndedAsync(runtime.ProcessId, Patience, cancellationToken).ConfigureAwait(false))
        {
            await WriteErrorAsync(JobRuntimeErrors.RuntimeNotStopped(runtime, Patience)).ConfigureAwait(false);
        }
        else if (PassThru)
        {
            await WriteObjectAsync(runtime).ConfigureAwait(false);
        }
    }
}
