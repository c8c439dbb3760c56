using JobMgmt.Runtime.Services.Ec2;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Services.Ssm.Instances;

/// <summary>One filter of DescribeInstanceInformation. Values are alternatives and have no wildcards.</summary>
internal static class NodeFilter
{
    public static Func<InstanceRecord, bool> Of(string key, IReadOnlyList<string> values, LocalMachine machine)
    {
        bool Any(string? value) => value is not null && values.Contains(value, StringComparer.Ordinal);
        return key switch
        {
            _ when key.StartsWith("tag:", StringComparison.Ordinal) => instance => Any(instance.Tag(key[4..])),
            "tag-key" => instance => instance.Tags.Any(tag => Any(tag.Key)),
            "InstanceIds" => instance => Any(instance.Id),
            "PingStatus" => _ => Any("Online"),
            "PlatformTypes" or "PlatformType" => _ => Any(machine.PlatformType),
            "ResourceType" => _ => Any("EC2Instance"),
            "SourceTypes" => _ => Any("AWS::EC2::Instance"),
            "SourceIds" => instance => Any(instance.Id),
            "AgentVersion" => _ => Any("3.3.0.0"),
            "ActivationIds" or "IamRole" or "AssociationStatus" => _ => false, // a local worker has none of them
            _ => throw new ServiceException("InvalidFilterKey", null),
        };
    }
}
