using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.SimpleNotificationService.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>What the mail of a channel is made of: a topic, and a subscription for each address.</summary>
internal sealed class ChannelMail(JobMgmtSession session, RunJobStackNames names)
{
    private readonly ChannelDirectory _directory = new(session, names);

    /// <summary>Brings a channel's addresses to those that are asked for. Its topic.</summary>
    public async Task<string> BringAsync(string channel, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        string topic = (await session.Sns.CreateTopicAsync(
            new CreateTopicRequest
            {
                Name = names.ChannelTopic(channel),
                Tags = StackTags.OfStack(names).Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList(),
            },
            cancellationToken).ConfigureAwait(false)).TopicArn!;
        IReadOnlyList<Subscription> there = await _directory.MailsAsync(channel, cancellationToken).ConfigureAwait(false);
        foreach (string address in addresses.Where(address => there.All(one => one.Endpoint != address)))
        {
            await session.Sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = "email", Endpoint = address }, cancellationToken).ConfigureAwait(false);
        }

        // One that was never confirmed has no ARN; SNS forgets it by itself.
        foreach (Subscription one in there.Where(one => !addresses.Contains(one.Endpoint) && !ChannelDirectory.IsPending(one)))
        {
            await session.Sns.UnsubscribeAsync(new UnsubscribeRequest { SubscriptionArn = one.SubscriptionArn! }, cancellationToken).ConfigureAwait(false);
        }

        return topic;
    }

    /// <summary>Takes it away, where it is there.</summary>
    public Task RemoveAsync(string channel, CancellationToken cancellationToken) =>
        session.Sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = names.TopicArn(names.ChannelTopic(channel)) }, cancellationToken);
}
