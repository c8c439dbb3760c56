using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using Tag = Amazon.EC2.Model.Tag;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>A worker's life through the SDK's own clients: an instance with tags that SSM shows as a managed node.</summary>
public static class WorkerScenario
{
    public static async Task RunAsync(JobMgmtSession session)
    {
        var run = await session.Ec2.RunInstancesAsync(new RunInstancesRequest
        {
            ImageId = "ami-00000000",
            MinCount = 1,
            MaxCount = 1,
            TagSpecifications = [new TagSpecification { ResourceType = ResourceType.Instance, Tags = [new Tag("Name", "node1"), new Tag("role", "job_worker")] }],
        });
        var id = run.Reservation.Instances.Single().InstanceId;

        var nodes = await session.Ssm.Paginators.DescribeInstanceInformation(new DescribeInstanceInformationRequest
        {
            Filters = [new InstanceInformationStringFilter { Key = "tag:role", Values = ["job_worker"] }],
        }).InstanceInformationList.ToListAsync();
        var instances = await session.Ec2.Paginators.DescribeInstances(new DescribeInstancesRequest { InstanceIds = [id] }).Reservations.ToListAsync();

        Assert.Equal(id, Assert.Single(nodes).InstanceId);
        Assert.Equal("node1", instances.Single().Instances.Single().Tags.Single(tag => tag.Key == "Name").Value);
        await session.Ec2.TerminateInstancesAsync(new TerminateInstancesRequest { InstanceIds = [id] });
    }
}
