using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace JobMgmt.Aws.Protocols;

/// <summary>What all endpoint rule sets share: a custom endpoint wins, and FIPS and dual stack must exist in the partition.</summary>
internal abstract class EndpointRules : IEndpointProvider
{
    /// <exception cref="AmazonClientException">The settings contradict each other or the region is missing.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var facts = (EndpointFacts)parameters;
        if (!string.IsNullOrEmpty(facts.Endpoint))
        {
            Refuse(facts.UseFips, "Invalid Configuration: FIPS and custom endpoint are not supported");
            Refuse(facts.UseDualStack, "Invalid Configuration: Dualstack and custom endpoint are not supported");
            return new Endpoint(facts.Endpoint);
        }

        if (string.IsNullOrEmpty(facts.Region))
        {
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        }

        var partition = Fn.Partition(facts.Region) ?? throw new AmazonClientException($"No partition holds the region '{facts.Region}'.");
        return ResolveInPartition(facts, partition);
    }

    protected abstract Endpoint ResolveInPartition(EndpointFacts facts, Partition partition);

    protected static string Suffix(EndpointFacts facts, Partition partition)
    {
        Refuse(facts.UseFips && !partition.supportsFIPS, "FIPS is enabled but this partition does not support FIPS");
        Refuse(facts.UseDualStack && !partition.supportsDualStack, "DualStack is enabled but this partition does not support DualStack");
        return facts.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
    }

    private static void Refuse(bool condition, string message)
    {
        if (condition)
        {
            throw new AmazonClientException(message);
        }
    }
}
