using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.SimpleNotificationService.Model;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Stack;
using EventsNotFound = JobMgmt.Aws.EventBridge.Model.ResourceNotFoundException;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>Reads the channels of a stack: their rules' targets, told readably.</summary>
internal sealed class ChannelDirectory(JobMgmtSession session, RunJobStackNames names)
{
    private const string Pending = "PendingConfirmation";

    /// <summary>The targets of a channel's rule; none where the rule is not there.</summary>
    public async Task<IReadOnlyList<Target>> TargetsAsync(string channel, CancellationToken cancellationToken)
    {
        var targets = new List<Target>();
        try
        {
            await foreach (Target target in session.EventBridge.Paginators.ListTargetsByRule(new ListTargetsByRuleRequest { Rule = names.ChannelRule(channel) })
                .Targets.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                targets.Add(target);
            }
        }
        catch (EventsNotFound)
        {
        }

        return targets;
    }

    /// <summary>A channel with its targets.</summary>
    public async Task<JobAlertChannel> ReadAsync(string channel, RunJobStackOptions options, CancellationToken cancellationToken)
    {
        var told = new List<JobAlertChannelTarget>();
        foreach (Target target in (await TargetsAsync(channel, cancellationToken).ConfigureAwait(false)).OrderBy(one => one.Id != ChannelTargets.Log).ThenBy(one => one.Id, StringComparer.Ordinal))
        {
            told.AddRange(await TellAsync(channel, target, cancellationToken).ConfigureAwait(false));
        }

        return new JobAlertChannel
        {
            Name = channel,
            IsDefault = channel == options.DefaultChannel,
            Target = told,
            LogGroupName = names.ChannelLogGroup(channel),
            RuleName = names.ChannelRule(channel),
        };
    }

    /// <summary>The subscriptions to the channel's own topic; none where it is not there.</summary>
    public async Task<IReadOnlyList<Subscription>> MailsAsync(string channel, CancellationToken cancellationToken)
    {
        var mails = new List<Subscription>();
        try
        {
            await foreach (Subscription one in session.Sns.Paginators.ListSubscriptionsByTopic(
                new ListSubscriptionsByTopicRequest { TopicArn = names.TopicArn(names.ChannelTopic(channel)) }).Subscriptions.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                mails.Add(one);
            }
        }
        catch (NotFoundException)
        {
        }

        return mails;
    }

    /// <summary>Of some channels those that networks or jobs of theirs name, with the names of these networks.</summary>
    public async Task<ILookup<string, string>> FindUsersAsync(IReadOnlyCollection<string> channels, CancellationToken cancellationToken)
    {
        var directory = new NetworkDirectory(session, names);
        var users = new List<(string Channel, string Network)>();
        foreach ((string name, _) in channels.Count == 0 ? [] : await directory.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await directory.ReadDefinitionAsync(name, cancellationToken).ConfigureAwait(false) is { } definition && NetworkDirectory.Read(definition, name) is { } network)
            {
                users.AddRange(network.AlertChannels().Where(channels.Contains).Select(channel => (channel, name)));
            }
        }

        return users.Distinct().ToLookup(use => use.Channel, use => use.Network, StringComparer.Ordinal);
    }

    /// <summary>Whether a subscription waits for its recipient's word.</summary>
    public static bool IsPending(Subscription subscription) => subscription.SubscriptionArn == Pending;

    private async Task<IEnumerable<JobAlertChannelTarget>> TellAsync(string channel, Target target, CancellationToken cancellationToken)
    {
        JobAlertChannelTarget Of(string kind, string address, string? detail = null) => new() { Kind = kind, Address = address, Detail = detail };
        switch (target.Id)
        {
            case ChannelTargets.Log:
                return [Of("LogGroup", names.ChannelLogGroup(channel))];
            case ChannelTargets.Sns:
                return [Of("Sns", target.Arn)];
            case ChannelTargets.Sqs:
                return [Of("Sqs", target.Arn)];
            case ChannelTargets.Lambda:
                return [Of("Lambda", target.Arn)];
            case ChannelTargets.Webhook:
                return [await TellWebhookAsync(channel, target, cancellationToken).ConfigureAwait(false)];
            case ChannelTargets.Mail:
                return (await MailsAsync(channel, cancellationToken).ConfigureAwait(false)).OrderBy(one => one.Endpoint, StringComparer.Ordinal)
                    .Select(one => Of("Mail", one.Endpoint ?? "", IsPending(one) ? "not confirmed yet" : null));
            case ChannelTargets.Command when ChannelTargets.TryReadCommand(target.InputTransformer?.InputTemplate, out IReadOnlyList<string> commands, out IReadOnlyList<string> tags):
                return [Of("Command", string.Join("; ", commands), string.Join(", ", tags))];
            default:
                return [Of("Other", target.Arn)];
        }
    }

    private async Task<JobAlertChannelTarget> TellWebhookAsync(string channel, Target target, CancellationToken cancellationToken)
    {
        try
        {
            DescribeApiDestinationResponse destination = await session.EventBridge.DescribeApiDestinationAsync(
                new DescribeApiDestinationRequest { Name = names.ChannelWebhook(channel) }, cancellationToken).ConfigureAwait(false);
            return new JobAlertChannelTarget { Kind = "Webhook", Address = destination.InvocationEndpoint ?? "" };
        }
        catch (EventsNotFound)
        {
            return new JobAlertChannelTarget { Kind = "Webhook", Address = target.Arn, Detail = "its API destination is gone" };
        }
    }
}
