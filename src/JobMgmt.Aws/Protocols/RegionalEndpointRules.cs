using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace JobMgmt.Aws.Protocols;

/// <summary>A service with one host a region: https://prefix[-fips].region.suffix.</summary>
internal sealed class RegionalEndpointRules(string prefix) : EndpointRules
{
    protected override Endpoint ResolveInPartition(EndpointFacts facts, Partition partition)
    {
        var suffix = Suffix(facts, partition);

        // In GovCloud the ordinary host is the FIPS one.
        var plainFips = partition.name == "aws-us-gov" && !facts.UseDualStack;
        var host = facts.UseFips && !plainFips ? prefix + "-fips" : prefix;
        return new Endpoint($"https://{host}.{facts.Region}.{suffix}");
    }
}
