using Amazon.EC2.Model;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.Tests.Scenarios;

namespace JobMgmt.Aws.Tests.Moto;

/// <summary>Our clients and the SDK's against another implementation of the same services.</summary>
[Collection(MotoSuite.Name)]
public sealed class MotoTests(MotoServer moto)
{
    private JobMgmtSession Session => moto.Session;

    [MotoFact]
    public Task StepFunctions_LivesThroughAMachineAndItsExecution() => StateMachineScenario.RunAsync(Session);

    [MotoFact]
    public Task EventBridge_LivesThroughARuleWithATarget() => RuleScenario.RunAsync(Session);

    [MotoFact]
    public Task EventBridge_LivesThroughAConnectionAndAnApiDestination() => ChannelScenario.RunWebhookAsync(Session);

    [MotoFact]
    public Task Sns_LivesThroughATopic() => ChannelScenario.RunTopicAsync(Session);

    [MotoFact]
    public Task Scheduler_LivesThroughAScheduleInAGroup() => ScheduleScenario.RunAsync(Session);

    [MotoFact]
    public Task Logs_GivesBackTheEvents_ThatWerePut() => LogScenario.RunAsync(Session);

    [MotoFact]
    public Task Iam_LivesThroughARoleWithAPolicy() => RoleScenario.RunAsync(Session);

    [MotoFact]
    public async Task SdkClients_UseTheSameEndpoint_AsOurs()
    {
        Assert.Equal("123456789012", await Session.GetAccountIdAsync());
        Assert.Equal("aws", Session.Partition);
        Assert.Empty((await Session.Ec2.DescribeInstancesAsync(new DescribeInstancesRequest())).Reservations ?? []);
        await Session.Ssm.PutParameterAsync(new PutParameterRequest { Name = "/jobmgmt/a", Value = "1", Type = "String" });
        Assert.Equal("1", (await Session.Ssm.GetParameterAsync(new GetParameterRequest { Name = "/jobmgmt/a" })).Parameter.Value);
    }
}
