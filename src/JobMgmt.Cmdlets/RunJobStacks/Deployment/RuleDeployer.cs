using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>EventBridge rules of the default bus. Targets that users added (their mail topic, their queue) are never touched while the rule lives.</summary>
internal sealed class RuleDeployer(IAmazonEventBridge events) : ArtefactDeployer<RuleArtefact>
{
    protected override async Task<RunJobStackState> CompareAsync(RuleArtefact artefact, CancellationToken cancellationToken)
    {
        DescribeRuleResponse rule;
        try
        {
            rule = await events.DescribeRuleAsync(new DescribeRuleRequest { Name = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return RunJobStackState.Missing;
        }

        ListTagsForResourceResponse tags = await events.ListTagsForResourceAsync(
            new ListTagsForResourceRequest { ResourceARN = artefact.Arn }, cancellationToken).ConfigureAwait(false);
        if (!IsOurs(artefact, (tags.Tags ?? []).Select(t => (t.Key, t.Value))))
        {
            return RunJobStackState.Foreign;
        }

        List<Target> targets = await TargetsAsync(artefact.Name, cancellationToken).ConfigureAwait(false);
        return Compared(SameJson(rule.EventPattern, artefact.EventPattern)
            && rule.State != RuleState.DISABLED
            && artefact.Targets.All(wanted => targets.Any(t => t.Id == wanted.Id && t.Arn == wanted.Arn && t.RoleArn == wanted.RoleArn)));
    }

    protected override async Task CreateAsync(RuleArtefact artefact, CancellationToken cancellationToken)
    {
        await PutRuleAsync(artefact, withTags: true, cancellationToken).ConfigureAwait(false);
        await PutTargetsAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task UpdateAsync(RuleArtefact artefact, CancellationToken cancellationToken)
    {
        await PutRuleAsync(artefact, withTags: false, cancellationToken).ConfigureAwait(false);
        await PutTargetsAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task DeleteAsync(RuleArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            List<Target> targets = await TargetsAsync(artefact.Name, cancellationToken).ConfigureAwait(false);
            if (targets.Count > 0)
            {
                await events.RemoveTargetsAsync(
                    new RemoveTargetsRequest { Rule = artefact.Name, Ids = targets.Select(t => t.Id).ToList() }, cancellationToken).ConfigureAwait(false);
            }

            await events.DeleteRuleAsync(new DeleteRuleRequest { Name = artefact.Name }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
        }
    }

    // AWS ignores tags on a rule that exists.
    private Task PutRuleAsync(RuleArtefact artefact, bool withTags, CancellationToken cancellationToken)
        => events.PutRuleAsync(
            new PutRuleRequest
            {
                Name = artefact.Name,
                Description = artefact.Description,
                EventPattern = artefact.EventPattern.ToString(),
                State = RuleState.ENABLED,
                Tags = withTags ? artefact.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value }).ToList() : null,
            },
            cancellationToken);

    private async Task PutTargetsAsync(RuleArtefact artefact, CancellationToken cancellationToken)
    {
        PutTargetsResponse answer = await events.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = artefact.Name,
                Targets = artefact.Targets.Select(t => new Target { Id = t.Id, Arn = t.Arn, RoleArn = t.RoleArn }).ToList(),
            },
            cancellationToken).ConfigureAwait(false);
        if (answer.FailedEntryCount > 0)
        {
            // The call itself succeeds when single targets are refused.
            PutTargetsResultEntry first = answer.FailedEntries![0];
            throw new AmazonEventBridgeException(
                $"Target '{first.TargetId}' was refused: {first.ErrorMessage}", null, Amazon.Runtime.ErrorType.Sender, first.ErrorCode ?? "", "", System.Net.HttpStatusCode.OK);
        }
    }

    private async Task<List<Target>> TargetsAsync(string rule, CancellationToken cancellationToken)
    {
        var targets = new List<Target>();
        await foreach (Target target in events.Paginators.ListTargetsByRule(new ListTargetsByRuleRequest { Rule = rule })
            .Targets.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            targets.Add(target);
        }

        return targets;
    }
}
