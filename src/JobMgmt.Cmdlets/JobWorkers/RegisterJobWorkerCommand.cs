using System.Management.Automation;
using Amazon.EC2;
using Amazon.EC2.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using Tag = Amazon.EC2.Model.Tag;

namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>Register-JobWorker: makes a worker on the local runtime; its jobs run as processes of this machine.</summary>
[Cmdlet(VerbsLifecycle.Register, "JobWorker", SupportsShouldProcess = true)]
[OutputType(typeof(JobWorker))]
public sealed class RegisterJobWorkerCommand : JobMgmtCmdlet
{
    // EC2 asks for an image; the local runtime has none and takes any.
    private const string LocalImage = "ami-00000000000000000";

    /// <summary>The workers' names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Tags by which jobs find them.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        if (session.Kind != SessionKind.Local)
        {
            throw new CmdletFailure(JobWorkerErrors.WorkersAreLocalOnly("Register"));
        }

        var directory = new WorkerDirectory(session);
        IReadOnlyList<JobWorker> there = await directory.ReadAsync(null, cancellationToken).ConfigureAwait(false);
        foreach (string name in Name)
        {
            await GuardAsync(name, () => RegisterAsync(session, directory, there, name, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task RegisterAsync(JobMgmtSession session, WorkerDirectory directory, IReadOnlyList<JobWorker> there, string name, CancellationToken cancellationToken)
    {
        if (there.Any(w => string.Equals(w.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new CmdletFailure(JobWorkerErrors.WorkerExists(name));
        }

        if (!await ShouldProcessAsync(name, "Register as a worker of the local runtime").ConfigureAwait(false))
        {
            return;
        }

        List<Tag> tags = (Tag ?? []).Where(t => t.Key != "Name").Select(t => new Tag(t.Key, t.Value)).ToList();
        tags.Add(new Tag("Name", name));
        RunInstancesResponse answer = await session.Ec2.RunInstancesAsync(
            new RunInstancesRequest
            {
                ImageId = LocalImage,
                MinCount = 1,
                MaxCount = 1,
                TagSpecifications = [new TagSpecification { ResourceType = ResourceType.Instance, Tags = tags }],
            },
            cancellationToken).ConfigureAwait(false);
        string id = answer.Reservation.Instances.Single().InstanceId;
        IReadOnlyList<JobWorker> now = await directory.ReadAsync(null, cancellationToken).ConfigureAwait(false);
        await WriteObjectsAsync(now.Where(w => w.InstanceId == id)).ConfigureAwait(false);
    }
}
