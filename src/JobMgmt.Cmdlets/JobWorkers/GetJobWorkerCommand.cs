using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;

namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>Get-JobWorker: the managed nodes, on AWS and on the local runtime.</summary>
[Cmdlet(VerbsCommon.Get, "JobWorker")]
[OutputType(typeof(JobWorker))]
public sealed class GetJobWorkerCommand : JobMgmtCmdlet
{
    /// <summary>Names or instance ids; patterns are allowed. All workers when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InstanceId")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobWorkerCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only workers that carry all these tags.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var directory = new WorkerDirectory(await GetSessionAsync(cancellationToken).ConfigureAwait(false));
        IReadOnlyList<JobWorker> workers = await directory.ReadAsync(Tag, cancellationToken).ConfigureAwait(false);
        var names = new WildcardNames(Name);
        await WriteObjectsAsync(workers.Where(w => names.Match(w.Name) || names.Match(w.InstanceId))).ConfigureAwait(false);
        foreach (string missing in names.Unmatched(workers.SelectMany(w => new[] { w.Name, w.InstanceId }).ToArray()))
        {
            await WriteErrorAsync(JobWorkerErrors.WorkerNotFound(missing)).ConfigureAwait(false);
        }
    }
}
