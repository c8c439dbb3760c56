using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>The triggers that wait for events: rules of the default bus, each of which says in its target what trigger it is of.</summary>
internal sealed class TriggerRuleDirectory(JobMgmtSession session, RunJobStackNames names)
{
    private const string TargetId = "jobmgmt-start";

    /// <summary>The triggers of networks; of all where no network is named.</summary>
    public async Task<IReadOnlyList<DeployedJobTrigger>> ListAsync(IReadOnlyCollection<string>? networks, CancellationToken cancellationToken)
    {
        var found = new List<DeployedJobTrigger>();
        foreach (string lead in networks?.Select(network => TriggerSchedules.Lead(network)).Distinct(StringComparer.Ordinal) ?? [""])
        {
            await foreach (Rule rule in session.EventBridge.Paginators.ListRules(new ListRulesRequest { NamePrefix = names.TriggerRule(lead) }).Rules.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (await ReadAsync(rule, cancellationToken).ConfigureAwait(false) is { } trigger && (networks is null || networks.Contains(trigger.NetworkName, StringComparer.Ordinal)))
                {
                    found.Add(trigger);
                }
            }
        }

        return found;
    }

    /// <summary>Brings the rule of a trigger to what it says.</summary>
    public async Task PutAsync(string network, JobTrigger trigger, CancellationToken cancellationToken)
    {
        TriggerRule rule = TriggerRules.Of(network, trigger, names);
        await session.EventBridge.PutRuleAsync(
            new PutRuleRequest
            {
                Name = rule.Name,
                EventPattern = rule.EventPattern.ToString(),
                State = trigger.Disabled ? RuleState.DISABLED : RuleState.ENABLED,
                Description = trigger.Description ?? $"Starts the job network '{network}'.",
            },
            cancellationToken).ConfigureAwait(false);
        try
        {
            await PutTargetAsync(rule, trigger, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonEventBridgeException)
        {
            await RemoveWithoutTargetAsync(rule.Name, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes the rule of a trigger, where there is one.</summary>
    public async Task RemoveAsync(string network, string trigger, CancellationToken cancellationToken)
    {
        string rule = TriggerRules.Name(network, trigger, names);
        try
        {
            await session.EventBridge.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = rule, Ids = [TargetId] }, cancellationToken).ConfigureAwait(false);
            await session.EventBridge.DeleteRuleAsync(new DeleteRuleRequest { Name = rule }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
        }
    }

    // Nothing would find it: what trigger a rule is of stands in its target. Why the target was refused is told, and not what this fails with.
    private async Task RemoveWithoutTargetAsync(string rule, CancellationToken cancellationToken)
    {
        try
        {
            ListTargetsByRuleResponse targets = await session.EventBridge.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = rule }, cancellationToken).ConfigureAwait(false);
            if (targets.Targets is not { Count: > 0 })
            {
                await session.EventBridge.DeleteRuleAsync(new DeleteRuleRequest { Name = rule }, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (AmazonEventBridgeException)
        {
        }
    }

    private async Task PutTargetAsync(TriggerRule rule, JobTrigger trigger, CancellationToken cancellationToken)
    {
        PutTargetsResponse answer = await session.EventBridge.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = rule.Name,
                Targets =
                [
                    new Target
                    {
                        Id = TargetId,
                        Arn = names.StartNetworkArn,
                        RoleArn = names.RoleArn(names.TriggerRole),
                        InputTransformer = new InputTransformer { InputPathsMap = rule.InputPaths.ToDictionary(path => path.Key, path => path.Value, StringComparer.Ordinal), InputTemplate = rule.InputTemplate },
                        RetryPolicy = trigger.RetryAttempts is null && trigger.RetryAge is null ? null : new RetryPolicy { MaximumRetryAttempts = trigger.RetryAttempts, MaximumEventAgeInSeconds = trigger.RetryAge },
                        DeadLetterConfig = trigger.DeadLetterQueue is null ? null : new DeadLetterConfig { Arn = trigger.DeadLetterQueue },
                    },
                ],
            },
            cancellationToken).ConfigureAwait(false);
        if (answer.FailedEntryCount > 0)
        {
            PutTargetsResultEntry refused = answer.FailedEntries![0];
            throw new AmazonEventBridgeException(
                $"The target of the rule '{rule.Name}' was refused: {refused.ErrorMessage}", null, Amazon.Runtime.ErrorType.Sender, refused.ErrorCode ?? "", "", System.Net.HttpStatusCode.OK);
        }
    }

    private async Task<DeployedJobTrigger?> ReadAsync(Rule rule, CancellationToken cancellationToken)
    {
        ListTargetsByRuleResponse targets;
        try
        {
            targets = await session.EventBridge.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = rule.Name! }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }

        Target? target = (targets.Targets ?? []).FirstOrDefault(one => one.Id == TargetId);
        if (!TriggerRules.TryRead(target?.InputTransformer?.InputTemplate, out string network, out JobTrigger trigger))
        {
            return null;
        }

        bool enabled = rule.State != RuleState.DISABLED;
        return new DeployedJobTrigger
        {
            NetworkName = network,
            Name = trigger.Name,
            Schedule = When(trigger),
            Enabled = enabled,
            Tag = trigger.Tag,
            Parameter = trigger.Parameter,
            Description = trigger.Description,
            Definition = trigger with { Disabled = !enabled },
            RuleName = rule.Name,
        };
    }

    private static string When(JobTrigger trigger) => trigger.OnFile ?? trigger.OnPath ?? trigger.EventPattern
        ?? $"after {trigger.After}{(trigger.OnlyIf == TriggerOnlyIf.Succeeded ? "" : $", {trigger.OnlyIf}")}";
}
