using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.IdentityManagement;

/// <summary>IAM is one host a partition, signed for the partition's own region whatever region the client has.</summary>
internal sealed class GlobalEndpointRules : EndpointRules
{
    protected override Endpoint ResolveInPartition(EndpointFacts facts, Partition partition)
    {
        // China's implicit global region is Ningxia, but its IAM stands in Beijing.
        var region = partition.name == "aws-cn" ? "cn-north-1" : partition.implicitGlobalRegion;
        return new Endpoint("https://" + Host(facts, partition, region), SigningIn(region), string.Empty);
    }

    private static string Host(EndpointFacts facts, Partition partition, string region)
    {
        var fips = facts.UseFips ? "iam-fips" : "iam";
        return partition.name switch
        {
            "aws" when facts.UseDualStack => fips + ".global.api.aws",
            "aws-cn" when facts is { UseDualStack: true, UseFips: false } => "iam.global.api.amazonwebservices.com.cn",
            "aws-us-gov" => facts.UseDualStack ? "iam.us-gov.api.aws" : "iam.us-gov.amazonaws.com",
            "aws" => fips + "." + Suffix(facts, partition),
            _ when facts.UseDualStack => throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack"),
            _ => $"{fips}.{region}.{Suffix(facts, partition)}",
        };
    }

    private static string SigningIn(string region) =>
        $$"""{"authSchemes":[{"name":"sigv4","signingRegion":"{{region}}"}]}""";
}
