using Amazon.Runtime;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.IdentityManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>
/// Brings channels to a published stack and takes them away: the stack's own artefacts for the channel, and beside them the targets of its rule, with what these need
/// (a topic, a connection and an API destination, a policy of the role that EventBridge takes on). Publishing the stack leaves all of it alone.
/// </summary>
internal sealed class ChannelDeployment(JobMgmtSession session, RunJobStackNames names)
{
    private readonly StackOnTarget _stack = new(session, names);
    private readonly ChannelDirectory _directory = new(session, names);
    private readonly ChannelWebhook _webhook = new(session, names);
    private readonly ChannelMail _mail = new(session, names);

    /// <summary>Brings what a stack with other channels has otherwise: log group and rule of each channel, the rule of unknown ones, and where the stack remembers its options.</summary>
    public async Task ApplyAsync(RunJobStackOptions before, RunJobStackOptions after, CancellationToken cancellationToken)
    {
        foreach (StackArtefact artefact in _stack.Artefacts(after).Where(Concerns))
        {
            await BringAsync(artefact, cancellationToken).ConfigureAwait(false);
        }

        string[] kept = _stack.Artefacts(after).Select(artefact => artefact.ToString()).ToArray();
        foreach (StackArtefact artefact in _stack.Artefacts(before).Where(artefact => artefact.Kind == StackArtefactKind.Rule && !kept.Contains(artefact.ToString())))
        {
            await _stack.Deployer(artefact).DeleteAsync(artefact, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a channel with its targets. Where that fails, nothing is left of what was made, so that the same can be tried again.</summary>
    /// <exception cref="CmdletFailure">Why it failed.</exception>
    public async Task CreateAsync(string channel, ChannelRequest request, RunJobStackOptions before, RunJobStackOptions after, CancellationToken cancellationToken)
    {
        // A log group that is there may keep the alerts of an earlier channel of that name.
        StackArtefact log = _stack.Artefacts(after).Single(artefact => artefact.Kind == StackArtefactKind.LogGroup && artefact.Name == names.ChannelLogGroup(channel));
        bool wasThere = before.AllChannels().Contains(channel, StringComparer.Ordinal);
        bool hadLog = wasThere || await _stack.Deployer(log).CompareAsync(log, cancellationToken).ConfigureAwait(false) != RunJobStackState.Missing;
        try
        {
            await ApplyAsync(before, after, cancellationToken).ConfigureAwait(false);
            await PutTargetsAsync(channel, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!wasThere && e is (AmazonServiceException or CmdletFailure))
        {
            await ApplyAsync(after, before, cancellationToken).ConfigureAwait(false);
            if (!hadLog)
            {
                await _stack.Deployer(log).DeleteAsync(log, cancellationToken).ConfigureAwait(false);
            }

            throw new CmdletFailure(JobAlertChannelErrors.ChannelNotMade(channel, ErrorRecords.From(e, null)));
        }
    }

    /// <summary>Gives a channel's rule the targets that are asked for; others stay. Where one is refused, nothing is left of those that are new.</summary>
    public async Task PutTargetsAsync(string channel, ChannelRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<Target> there = await _directory.TargetsAsync(channel, cancellationToken).ConfigureAwait(false);
        try
        {
            await PutTargetsAsync(channel, request, there, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AmazonServiceException or CmdletFailure)
        {
            await RemoveTargetsAsync(channel, request.Ids.Except(there.Select(target => target.Id), StringComparer.Ordinal).ToArray(), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes targets from a channel's rule, with what was made for them.</summary>
    public async Task RemoveTargetsAsync(string channel, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        IReadOnlyList<Target> there = await _directory.TargetsAsync(channel, cancellationToken).ConfigureAwait(false);
        List<string> gone = there.Select(target => target.Id).Where(ids.Contains).ToList();
        if (gone.Count > 0)
        {
            await session.EventBridge.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = names.ChannelRule(channel), Ids = gone }, cancellationToken).ConfigureAwait(false);
        }

        if (ids.Contains(ChannelTargets.Webhook))
        {
            await _webhook.RemoveAsync(channel, cancellationToken).ConfigureAwait(false);
        }

        if (ids.Contains(ChannelTargets.Mail))
        {
            await _mail.RemoveAsync(channel, cancellationToken).ConfigureAwait(false);
        }

        await PutPolicyAsync(channel, there.Where(target => !gone.Contains(target.Id)), cancellationToken).ConfigureAwait(false);
    }

    private async Task PutTargetsAsync(string channel, ChannelRequest request, IReadOnlyList<Target> there, CancellationToken cancellationToken)
    {
        var targets = new List<Target>();
        string role = names.RoleArn(names.TriggerRole);
        foreach ((string id, string? arn) in new[] { (ChannelTargets.Sns, Arn(request.Sns, names.TopicArn)), (ChannelTargets.Sqs, Arn(request.Sqs, names.QueueArn)), (ChannelTargets.Lambda, Arn(request.Lambda, names.FunctionArn)) })
        {
            if (arn is not null)
            {
                targets.Add(new Target { Id = id, Arn = arn, RoleArn = role });
            }
        }

        if (request.Webhook is not null || request.Secret is not null)
        {
            targets.Add(new Target { Id = ChannelTargets.Webhook, Arn = await _webhook.BringAsync(channel, request, cancellationToken).ConfigureAwait(false), RoleArn = role });
        }

        if (request.Mail is { } addresses)
        {
            targets.Add(new Target
            {
                Id = ChannelTargets.Mail,
                Arn = await _mail.BringAsync(channel, addresses, cancellationToken).ConfigureAwait(false),
                RoleArn = role,
                InputTransformer = new InputTransformer { InputPathsMap = ChannelTargets.MailPaths.ToDictionary(path => path.Key, path => path.Value), InputTemplate = ChannelTargets.MailTemplate },
            });
        }

        if (request.Command is { } commands)
        {
            targets.Add(new Target
            {
                Id = ChannelTargets.Command,
                Arn = names.RunAlertCommandArn,
                RoleArn = role,
                InputTransformer = new InputTransformer { InputTemplate = ChannelTargets.CommandTemplate(commands, request.Tag!) },
            });
        }

        if (targets.Count > 0)
        {
            await PutPolicyAsync(channel, there.Where(old => targets.All(one => one.Id != old.Id)).Concat(targets), cancellationToken).ConfigureAwait(false);
            await PutAsync(channel, targets, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string? Arn(string? given, Func<string, string> arnOf)
        => given is null || given.StartsWith("arn:", StringComparison.Ordinal) ? given : arnOf(given);

    private bool Concerns(StackArtefact artefact)
        => artefact.Kind is StackArtefactKind.LogGroup or StackArtefactKind.LogResourcePolicy or StackArtefactKind.Rule
            || artefact.Arn == names.RunJobArn || artefact.Arn == names.RunAlertCommandArn || artefact.Name == names.TriggerRole;

    private async Task BringAsync(StackArtefact artefact, CancellationToken cancellationToken)
    {
        IArtefactDeployer deployer = _stack.Deployer(artefact);
        switch (await deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false))
        {
            case RunJobStackState.Missing:
                await deployer.CreateAsync(artefact, cancellationToken).ConfigureAwait(false);
                break;
            case RunJobStackState.Different:
                await deployer.UpdateAsync(artefact, cancellationToken).ConfigureAwait(false);
                break;
            case RunJobStackState.Foreign:
                throw new CmdletFailure(RunJobStackErrors.ForeignResource(artefact));
        }
    }

    private async Task PutPolicyAsync(string channel, IEnumerable<Target> targets, CancellationToken cancellationToken)
    {
        Dictionary<string, string> arns = targets.ToDictionary(target => target.Id, target => target.Arn, StringComparer.Ordinal);
        if (ChannelTargets.Policy(arns) is { } policy)
        {
            await session.Iam.PutRolePolicyAsync(
                new PutRolePolicyRequest { RoleName = names.TriggerRole, PolicyName = ChannelTargets.PolicyName(channel), PolicyDocument = policy.ToString() }, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await session.Iam.DeleteRolePolicyAsync(
                new DeleteRolePolicyRequest { RoleName = names.TriggerRole, PolicyName = ChannelTargets.PolicyName(channel) }, cancellationToken).ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
        }
    }

    private async Task PutAsync(string channel, List<Target> targets, CancellationToken cancellationToken)
    {
        PutTargetsResponse answer = await session.EventBridge.PutTargetsAsync(
            new PutTargetsRequest { Rule = names.ChannelRule(channel), Targets = targets }, cancellationToken).ConfigureAwait(false);
        if (answer.FailedEntryCount > 0)
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelTargetRefused(channel, answer.FailedEntries![0].TargetId ?? "", answer.FailedEntries[0].ErrorMessage ?? ""));
        }
    }
}
