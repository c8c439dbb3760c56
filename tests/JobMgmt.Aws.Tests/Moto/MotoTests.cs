using Amazon.EC2.Model;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.IdentityManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using CreateRoleRequest = JobMgmt.Aws.IdentityManagement.Model.CreateRoleRequest;
using Tag = JobMgmt.Aws.StepFunctions.Model.Tag;

namespace JobMgmt.Aws.Tests.Moto;

/// <summary>Our clients and the SDK's against another implementation of the same services.</summary>
[Collection(MotoSuite.Name)]
public sealed class MotoTests(MotoServer moto)
{
    private JobMgmtSession Session => moto.Session;

    [MotoFact]
    public async Task StepFunctions_LivesThroughAMachineAndItsExecution()
    {
        var states = Session.StepFunctions;
        var role = await Session.Iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "machine", AssumeRolePolicyDocument = "{}" });
        var created = await states.CreateStateMachineAsync(new CreateStateMachineRequest
        {
            Name = "JobNetwork-live",
            Definition = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""",
            RoleArn = role.Role.Arn,
            Tags = [new Tag { Key = "k", Value = "v" }],
        });
        var started = await states.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = created.StateMachineArn, Name = "run1", Input = "{\"a\":\"日本\"}" });
        var described = await states.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn });
        var machine = await states.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = created.StateMachineArn });
        var executions = await states.Paginators.ListExecutions(new ListExecutionsRequest { StateMachineArn = created.StateMachineArn, MaxResults = 1 }).Executions.ToListAsync();
        var tags = await states.ListTagsForResourceAsync(new Aws.StepFunctions.Model.ListTagsForResourceRequest { ResourceArn = created.StateMachineArn });
        var stopped = await states.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = started.ExecutionArn });

        Assert.Equal("{\"a\":\"日本\"}", described.Input);
        Assert.Equal(ExecutionStatus.RUNNING, described.Status);
        Assert.Equal(StateMachineType.STANDARD, machine.Type);
        Assert.Equal("run1", Assert.Single(executions).Name);
        Assert.Equal("v", Assert.Single(tags.Tags!).Value);
        Assert.NotNull(stopped.StopDate);
        await states.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = created.StateMachineArn });
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => states.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = created.StateMachineArn }));
    }

    [MotoFact]
    public async Task EventBridge_LivesThroughARuleWithATarget()
    {
        var events = Session.EventBridge;
        await Session.Logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "g" });
        await events.PutRuleAsync(new PutRuleRequest { Name = "channel-high", EventPattern = """{"source":["jobmgmt"]}""", Description = "説明" });
        await events.PutTargetsAsync(new PutTargetsRequest { Rule = "channel-high", Targets = [new Aws.EventBridge.Model.Target { Id = "log", Arn = "arn:aws:logs:us-east-1:123456789012:log-group:g" }] });
        var rule = await events.DescribeRuleAsync(new DescribeRuleRequest { Name = "channel-high" });
        var rules = await events.Paginators.ListRules(new ListRulesRequest { NamePrefix = "channel-" }).Rules.ToListAsync();
        var targets = await events.Paginators.ListTargetsByRule(new ListTargetsByRuleRequest { Rule = "channel-high" }).Targets.ToListAsync();
        var put = await events.PutEventsAsync(new PutEventsRequest { Entries = [new PutEventsRequestEntry { Source = "jobmgmt", DetailType = "t", Detail = "{}" }] });

        Assert.Equal("説明", rule.Description);
        Assert.Equal(RuleState.ENABLED, rule.State);
        Assert.Equal("channel-high", Assert.Single(rules).Name);
        Assert.Equal("log", Assert.Single(targets).Id);
        Assert.Equal(0, put.FailedEntryCount);
        await events.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = "channel-high", Ids = ["log"] });
        await events.DeleteRuleAsync(new DeleteRuleRequest { Name = "channel-high" });
        await Assert.ThrowsAsync<Aws.EventBridge.Model.ResourceNotFoundException>(() => events.DescribeRuleAsync(new DescribeRuleRequest { Name = "channel-high" }));
    }

    [MotoFact]
    public async Task Logs_GivesBackTheEvents_ThatWerePut()
    {
        var logs = Session.Logs;
        var now = new DateTime(TimeProvider.System.GetUtcNow().Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        await logs.CreateLogGroupAsync(new CreateLogGroupRequest { LogGroupName = "/jobmgmt/live" });
        await logs.PutRetentionPolicyAsync(new PutRetentionPolicyRequest { LogGroupName = "/jobmgmt/live", RetentionInDays = 30 });
        await logs.CreateLogStreamAsync(new CreateLogStreamRequest { LogGroupName = "/jobmgmt/live", LogStreamName = "c/i-1/aws-runShellScript/stdout" });
        await logs.PutLogEventsAsync(new PutLogEventsRequest
        {
            LogGroupName = "/jobmgmt/live",
            LogStreamName = "c/i-1/aws-runShellScript/stdout",
            LogEvents = [.. Enumerable.Range(0, 25).Select(number => new InputLogEvent { Timestamp = now.AddMilliseconds(number), Message = $"行 {number}" })],
        });

        var groups = await logs.Paginators.DescribeLogGroups(new DescribeLogGroupsRequest { LogGroupNamePrefix = "/jobmgmt/" }).LogGroups.ToListAsync();
        var streams = await logs.Paginators.DescribeLogStreams(new DescribeLogStreamsRequest { LogGroupName = "/jobmgmt/live" }).LogStreams.ToListAsync();
        var events = await logs.Paginators.GetLogEvents(new GetLogEventsRequest { LogGroupName = "/jobmgmt/live", LogStreamName = streams.Single().LogStreamName!, StartFromHead = true, Limit = 10 }).Events.ToListAsync();
        var found = await logs.Paginators.FilterLogEvents(new FilterLogEventsRequest { LogGroupName = "/jobmgmt/live", Limit = 10 }).Events.ToListAsync();

        Assert.Equal(30, Assert.Single(groups).RetentionInDays);
        Assert.Equal(25, events.Count);
        Assert.Equal(now, events[0].Timestamp);
        Assert.Equal("行 24", events[24].Message);
        Assert.Equal(events.Select(item => item.Message), found.Select(item => item.Message));
        await logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "/jobmgmt/live" });
        await Assert.ThrowsAsync<Aws.CloudWatchLogs.Model.ResourceNotFoundException>(() => logs.DeleteLogGroupAsync(new DeleteLogGroupRequest { LogGroupName = "/jobmgmt/live" }));
    }

    [MotoFact]
    public async Task Iam_LivesThroughARoleWithAPolicy()
    {
        var iam = Session.Iam;
        const string trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ssm:SendCommand","Resource":"*"}]}""";
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "live", AssumeRolePolicyDocument = trust, Tags = [new Aws.IdentityManagement.Model.Tag { Key = "k", Value = "v" }] });
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = "live", PolicyName = "p", PolicyDocument = policy });
        await iam.TagRoleAsync(new TagRoleRequest { RoleName = "live", Tags = [new Aws.IdentityManagement.Model.Tag { Key = "k2", Value = "v2" }] });
        var role = await iam.GetRoleAsync(new GetRoleRequest { RoleName = "live" });
        var read = await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "live", PolicyName = "p" });
        var names = await iam.Paginators.ListRolePolicies(new ListRolePoliciesRequest { RoleName = "live" }).PolicyNames.ToListAsync();
        var tags = await iam.Paginators.ListRoleTags(new ListRoleTagsRequest { RoleName = "live" }).Tags.ToListAsync();

        Assert.Equal(trust, Uri.UnescapeDataString(role.Role.AssumeRolePolicyDocument!));
        Assert.Equal(policy, Uri.UnescapeDataString(read.PolicyDocument));
        Assert.Equal(["p"], names);
        Assert.Equal(["k", "k2"], tags.Select(tag => tag.Key));
        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "live", AssumeRolePolicyDocument = trust }));
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "live", PolicyName = "p" });
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "live" });
        await Assert.ThrowsAsync<NoSuchEntityException>(() => iam.GetRoleAsync(new GetRoleRequest { RoleName = "live" }));
    }

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
