using Amazon.EC2.Model;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using Filter = Amazon.EC2.Model.Filter;

namespace JobMgmt.Cmdlets.JobWorkers;

/// <summary>Reads the managed nodes: what SSM knows of the agents, and the tags that EC2, or SSM for others, keeps.</summary>
internal sealed class WorkerDirectory(JobMgmtSession session)
{
    private const int InstancesACall = 100;

    /// <summary>The nodes that carry all the tags; newest knowledge, one call more for each hundred.</summary>
    public async Task<IReadOnlyList<JobWorker>> ReadAsync(IReadOnlyDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        List<InstanceInformation> nodes = await InformationAsync(tags, cancellationToken).ConfigureAwait(false);
        Dictionary<string, Dictionary<string, string>> known = await TagsAsync(nodes, cancellationToken).ConfigureAwait(false);
        return nodes.Select(node => Describe(node, known.TryGetValue(node.InstanceId, out Dictionary<string, string>? own) ? own : []))
            .OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.InstanceId, StringComparer.Ordinal).ToArray();
    }

    private async Task<List<InstanceInformation>> InformationAsync(IReadOnlyDictionary<string, string>? tags, CancellationToken cancellationToken)
    {
        var request = new DescribeInstanceInformationRequest { MaxResults = 50 };
        if (tags is { Count: > 0 })
        {
            request.Filters = tags.Select(t => new InstanceInformationStringFilter { Key = "tag:" + t.Key, Values = [t.Value] }).ToList();
        }

        var nodes = new List<InstanceInformation>();
        do
        {
            DescribeInstanceInformationResponse page = await session.Ssm.DescribeInstanceInformationAsync(request, cancellationToken).ConfigureAwait(false);
            nodes.AddRange(page.InstanceInformationList ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return nodes;
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> TagsAsync(List<InstanceInformation> nodes, CancellationToken cancellationToken)
    {
        var result = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        string[] instances = nodes.Select(n => n.InstanceId).Where(id => id.StartsWith("i-", StringComparison.Ordinal)).ToArray();
        for (int i = 0; i < instances.Length; i += InstancesACall)
        {
            // A filter, not the list of ids: an instance that has gone meanwhile must not fail the call.
            var request = new DescribeInstancesRequest { Filters = [new Filter("instance-id", instances.Skip(i).Take(InstancesACall).ToList())] };
            DescribeInstancesResponse answer = await session.Ec2.DescribeInstancesAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (Instance instance in (answer.Reservations ?? []).SelectMany(r => r.Instances ?? []))
            {
                result[instance.InstanceId] = (instance.Tags ?? []).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
            }
        }

        foreach (string id in nodes.Select(n => n.InstanceId).Where(id => id.StartsWith("mi-", StringComparison.Ordinal)))
        {
            ListTagsForResourceResponse answer = await session.Ssm.ListTagsForResourceAsync(
                new ListTagsForResourceRequest { ResourceType = "ManagedInstance", ResourceId = id }, cancellationToken).ConfigureAwait(false);
            result[id] = (answer.TagList ?? []).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        }

        return result;
    }

    private static JobWorker Describe(InstanceInformation node, Dictionary<string, string> tags) => new()
    {
        Name = tags.TryGetValue("Name", out string? name) ? name : node.Name ?? "",
        InstanceId = node.InstanceId,
        PingStatus = node.PingStatus?.Value ?? "",
        Platform = $"{node.PlatformName} {node.PlatformVersion}".Trim(),
        ComputerName = node.ComputerName,
        IPAddress = node.IPAddress,
        AgentVersion = node.AgentVersion,
        LastPingTime = node.LastPingDateTime?.ToLocalTime(),
        Tag = tags,
    };
}
