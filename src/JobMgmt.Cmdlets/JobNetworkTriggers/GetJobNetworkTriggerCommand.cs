using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>Get-JobNetworkTrigger: what starts networks, and when next.</summary>
[Cmdlet(VerbsCommon.Get, "JobNetworkTrigger")]
[OutputType(typeof(DeployedJobTrigger))]
public sealed class GetJobNetworkTriggerCommand : NetworkCmdlet
{
    /// <summary>The networks; patterns are allowed. All when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NetworkNameTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[]? NetworkName { get; set; }

    /// <summary>The triggers; patterns are allowed. All when left out.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TriggerNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The one trigger that a row from the pipeline is of, such as Get-JobForecast's: not the other triggers of its network.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ArgumentCompleter(typeof(TriggerNameCompleter))]
    public string? TriggerName { get; set; }

    private string[]? Row => string.IsNullOrEmpty(TriggerName) ? null : [TriggerName!];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        await WriteObjectsAsync(await TriggerSearch.FindAsync(new TriggerDirectory(session, names), NetworkName, Name ?? Row, WriteErrorAsync, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
