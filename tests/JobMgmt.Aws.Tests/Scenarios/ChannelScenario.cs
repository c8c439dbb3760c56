using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.SimpleNotificationService.Model;
using ListTagsForResourceRequest = JobMgmt.Aws.SimpleNotificationService.Model.ListTagsForResourceRequest;
using ResourceNotFoundException = JobMgmt.Aws.EventBridge.Model.ResourceNotFoundException;
using Tag = JobMgmt.Aws.SimpleNotificationService.Model.Tag;

namespace JobMgmt.Aws.Tests.Scenarios;

/// <summary>What a channel's targets are made of: a topic, and a connection with an API destination.</summary>
internal static class ChannelScenario
{
    private const string Name = "JobAlert-test";

    public static async Task RunTopicAsync(JobMgmtSession session)
    {
        var topic = (await session.Sns.CreateTopicAsync(new CreateTopicRequest { Name = Name, Tags = [new Tag { Key = "jobmgmt:stack", Value = "default" }] })).TopicArn!;
        Assert.EndsWith(":" + Name, topic, StringComparison.Ordinal);
        Assert.Equal(topic, (await session.Sns.CreateTopicAsync(new CreateTopicRequest { Name = Name, Tags = [new Tag { Key = "jobmgmt:stack", Value = "default" }] })).TopicArn);
        var tag = Assert.Single((await session.Sns.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceArn = topic })).Tags!);
        Assert.Equal(("jobmgmt:stack", "default"), (tag.Key, tag.Value));

        var mails = new List<Subscription>();
        await foreach (var one in session.Sns.Paginators.ListSubscriptionsByTopic(new ListSubscriptionsByTopicRequest { TopicArn = topic }).Subscriptions)
        {
            mails.Add(one);
        }

        Assert.Empty(mails);
        await session.Sns.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = topic });
        await Assert.ThrowsAsync<NotFoundException>(() => session.Sns.SubscribeAsync(new SubscribeRequest { TopicArn = topic, Protocol = "email", Endpoint = "a@example.com" }));
    }

    public static async Task RunWebhookAsync(JobMgmtSession session)
    {
        var events = session.EventBridge;
        var key = new ConnectionAuthParameters { ApiKeyAuthParameters = new ConnectionApiKeyAuthParameters { ApiKeyName = "X-Key", ApiKeyValue = "secret" } };
        var connection = (await events.CreateConnectionAsync(
            new CreateConnectionRequest { Name = Name, AuthorizationType = ConnectionAuthorizationType.API_KEY, AuthParameters = key })).ConnectionArn!;
        var described = await events.DescribeConnectionAsync(new DescribeConnectionRequest { Name = Name });
        Assert.Equal(connection, described.ConnectionArn);
        Assert.Equal(ConnectionAuthorizationType.API_KEY, described.AuthorizationType);
        Assert.NotNull(described.CreationTime);

        var created = await events.CreateApiDestinationAsync(new CreateApiDestinationRequest
        {
            Name = Name, ConnectionArn = connection, InvocationEndpoint = "https://example.com/a", HttpMethod = ApiDestinationHttpMethod.POST, InvocationRateLimitPerSecond = 10,
        });
        await events.UpdateApiDestinationAsync(new UpdateApiDestinationRequest { Name = Name, InvocationEndpoint = "https://example.com/b" });
        var destination = await events.DescribeApiDestinationAsync(new DescribeApiDestinationRequest { Name = Name });
        Assert.Equal((created.ApiDestinationArn, "https://example.com/b", ApiDestinationHttpMethod.POST), (destination.ApiDestinationArn, destination.InvocationEndpoint, destination.HttpMethod));

        await events.DeleteApiDestinationAsync(new DeleteApiDestinationRequest { Name = Name });
        await events.DeleteConnectionAsync(new DeleteConnectionRequest { Name = Name });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => events.DescribeConnectionAsync(new DescribeConnectionRequest { Name = Name }));
    }
}
