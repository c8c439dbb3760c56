namespace JobMgmt.Runtime.Services.Ssm.Instances;

/// <summary>Registration of the operations on managed nodes.</summary>
internal static class InstanceOperations
{
    public static IServiceCollection AddSsmInstances(this IServiceCollection services) =>
        services.AddOperation<DescribeInstanceInformationOperation>("ssm", "DescribeInstanceInformation");
}
