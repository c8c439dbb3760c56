using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>A rule's life with a target and an event.</summary>
public static class RuleScenario
{
    public static async Task RunAsync(JobMgmtSession session)
    {
        var events = session.EventBridge;
        await session.Logs.CreateLogGroupAsync(new Aws.CloudWatchLogs.Model.CreateLogGroupRequest { LogGroupName = "g" });
        await events.PutRuleAsync(new PutRuleRequest { Name = "channel-high", EventPattern = """{"source":["jobmgmt"]}""", Description = "説明" });
        await events.PutTargetsAsync(new PutTargetsRequest { Rule = "channel-high", Targets = [new Target { Id = "log", Arn = "arn:aws:logs:us-east-1:123456789012:log-group:g" }] });
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
}
