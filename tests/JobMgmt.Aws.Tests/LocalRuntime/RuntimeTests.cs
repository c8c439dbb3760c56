using System.Net;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Aws.Tests.Scenarios;

namespace JobMgmt.Aws.Tests.LocalRuntime;

/// <summary>The scenarios that another implementation passes, against ours.</summary>
[Collection(RuntimeSuite.Name)]
public sealed class RuntimeTests(RuntimeServer runtime)
{
    private JobMgmtSession Session => runtime.Session;

    [RuntimeFact]
    public Task StepFunctions_LivesThroughAMachineAndItsExecution() => StateMachineScenario.RunAsync(Session);

    [RuntimeFact]
    public Task StepFunctions_AnswersAWaitingTask_AndTypesItsHistory() => ExecutionScenario.RunAsync(Session);

    [RuntimeFact]
    public Task EventBridge_LivesThroughARuleWithATarget() => RuleScenario.RunAsync(Session);

    [RuntimeFact]
    public Task EventBridge_LivesThroughAConnectionAndAnApiDestination() => ChannelScenario.RunWebhookAsync(Session);

    [RuntimeFact]
    public Task Sns_LivesThroughATopic() => ChannelScenario.RunTopicAsync(Session);

    [RuntimeFact]
    public Task Scheduler_LivesThroughAScheduleInAGroup() => ScheduleScenario.RunAsync(Session);

    [RuntimeFact]
    public Task Logs_GivesBackTheEvents_ThatWerePut() => LogScenario.RunAsync(Session);

    [RuntimeFact]
    public Task Iam_LivesThroughARoleWithAPolicy() => RoleScenario.RunAsync(Session);

    [RuntimeFact]
    public Task Worker_IsAnInstanceThatSsmShows_ThroughTheSdksClients() => WorkerScenario.RunAsync(Session);

    [RuntimeFact]
    public async Task GetAccountId_IsTwelveDigits()
    {
        Assert.Matches("^[0-9]{12}$", await Session.GetAccountIdAsync());
    }

    [RuntimeFact]
    public async Task Call_IsRefused_WhenTheSecretIsWrong()
    {
        var keys = await Session.Credentials.GetCredentialsAsync();
        using var stranger = JobMgmtSession.Aws(new AwsSessionOptions { Region = Session.Region, EndpointUrl = Session.Endpoint, AccessKey = keys.AccessKey, SecretKey = "wrong" });

        var exception = await Assert.ThrowsAnyAsync<AmazonStepFunctionsException>(() => stranger.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest()));

        Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
        Assert.Contains("Signature", exception.ErrorCode, StringComparison.Ordinal);
    }
}
