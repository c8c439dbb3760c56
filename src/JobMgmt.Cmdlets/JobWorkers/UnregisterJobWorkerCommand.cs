using System.Management.Automation;
using Amazon.EC2.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;

namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>Unregister-JobWorker: takes workers away from the local runtime.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "JobWorker", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class UnregisterJobWorkerCommand : JobMgmtCmdlet
{
    /// <summary>Names or instance ids; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InstanceId")]
    [ObjectsOf("worker", typeof(JobWorker))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobWorkerCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        if (session.Kind != SessionKind.Local)
        {
            throw new CmdletFailure(JobWorkerErrors.WorkersAreLocalOnly("Unregister"));
        }

        IReadOnlyList<JobWorker> workers = await new WorkerDirectory(session).ReadAsync(null, cancellationToken).ConfigureAwait(false);
        var names = new WildcardNames(Name);
        foreach (JobWorker worker in workers.Where(w => names.Match(w.Name) || names.Match(w.InstanceId)))
        {
            await GuardAsync(worker, async () =>
            {
                if (await ShouldProcessAsync(worker.ToString(), "Unregister the worker").ConfigureAwait(false))
                {
                    await session.Ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [worker.InstanceId] }, cancellationToken).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }

        foreach (string missing in names.Unmatched(workers.SelectMany(w => new[] { w.Name, w.InstanceId }).ToArray()))
        {
            await WriteErrorAsync(JobWorkerErrors.WorkerNotFound(missing)).ConfigureAwait(false);
        }
    }
}
