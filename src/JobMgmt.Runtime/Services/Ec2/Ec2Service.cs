namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>Amazon EC2 (API 2016-11-15), as far as workers need it: an instance is a name for this machine that jobs can be sent to.</summary>
internal static class Ec2Service
{
    public static IServiceCollection AddEc2(this IServiceCollection services) =>
        services.AddSingleton<LocalMachine>().AddSingleton<InstanceDescription>()
            .AddOperation<RunInstancesOperation>("ec2", "RunInstances")
            .AddOperation<DescribeInstancesOperation>("ec2", "DescribeInstances")
            .AddOperation<StartInstancesOperation>("ec2", "StartInstances")
            .AddOperation<StopInstancesOperation>("ec2", "StopInstances")
            .AddOperation<TerminateInstancesOperation>("ec2", "TerminateInstances")
            .AddOperation<CreateTagsOperation>("ec2", "CreateTags")
            .AddOperation<DeleteTagsOperation>("ec2", "DeleteTags")
            .AddOperation<DescribeTagsOperation>("ec2", "DescribeTags");
}
