using JobMgmt.Runtime.Notifications;

namespace JobMgmt.Runtime.Services.Sns;

/// <summary>Amazon Simple Notification Service (API 2010-03-31): topics whose subscribers get mails.</summary>
internal static class SnsService
{
    public static IServiceCollection AddSns(this IServiceCollection services) =>
        services.AddSingleton<TopicPublisher>()
            .AddSingleton<NotificationLoop>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<NotificationLoop>())
            .AddSingleton<INotificationSender, ApiDestinationSender>().AddSingleton<INotificationSender, MailSender>()
            .AddOperation<CreateTopicOperation>("sns", "CreateTopic")
            .AddOperation<DeleteTopicOperation>("sns", "DeleteTopic")
            .AddOperation<ListTopicsOperation>("sns", "ListTopics")
            .AddOperation<GetTopicAttributesOperation>("sns", "GetTopicAttributes")
            .AddOperation<SubscribeOperation>("sns", "Subscribe")
            .AddOperation<UnsubscribeOperation>("sns", "Unsubscribe")
            .AddOperation<ListSubscriptionsByTopicOperation>("sns", "ListSubscriptionsByTopic")
            .AddOperation<PublishOperation>("sns", "Publish")
            .AddOperation<ListTagsForResourceOperation>("sns", "ListTagsForResource");
}
