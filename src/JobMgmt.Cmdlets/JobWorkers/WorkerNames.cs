using Amazon.EC2;
using Amazon.EC2.Model;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>The name of one worker, where it can be had.</summary>
internal static class WorkerNames
{
    /// <summary>The Name tag of an instance; null where it has none, is gone, or may not be read.</summary>
    public static async Task<string?> FindAsync(JobMgmtSession session, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            DescribeInstancesResponse answer = await session.Ec2.DescribeInstancesAsync(
                new DescribeInstancesRequest { Filters = [new Filter("instance-id", [instanceId])] }, cancellationToken).ConfigureAwait(false);
            return (answer.Reservations ?? []).SelectMany(r => r.Instances ?? []).SelectMany(i => i.Tags ?? []).FirstOrDefault(t => t.Key == "Name")?.Value;
        }
        catch (AmazonEC2Exception)
        {
            return null;
        }
    }
}
