using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>Get-JobRuntime: the local runtime of a data folder, if it is up.</summary>
[Cmdlet(VerbsCommon.Get, "JobRuntime")]
[OutputType(typeof(JobRuntime))]
public sealed class GetJobRuntimeCommand : AsyncPSCmdlet
{
    /// <summary>The folder to ask about. Named, a runtime that is not up is an error; left out, it is just no output.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DataPath { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        RuntimeFolder folder = DataPath is null ? RuntimeFolder.Default : new RuntimeFolder(ResolvePath(DataPath));
        JobRuntime? runtime = await folder.FindAsync(cancellationToken).ConfigureAwait(false);
        if (runtime is not null)
        {
            await WriteObjectAsync(runtime).ConfigureAwait(false);
        }
        else if (DataPath is not null)
        {
            await WriteErrorAsync(JobRuntimeErrors.RuntimeNotRunning(folder.Path)).ConfigureAwait(false);
        }
    }
}
