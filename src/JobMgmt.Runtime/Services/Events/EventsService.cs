using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Files;

namespace JobMgmt.Runtime.Services.Events;

/// <summary>Amazon EventBridge (API 2015-10-07): rules of the default bus, targets, PutEvents, connections and API destinations.</summary>
internal static class EventsService
{
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services.AddSingleton<RuleTable>().AddSingleton<ScheduledRules>().AddSingleton<FolderRules>()
            .AddSingleton<DeliveryLoop>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<DeliveryLoop>())
            .AddSingleton<FolderLoop>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<FolderLoop>())
            .AddSingleton<EventBus>().AddSingleton<IEventBus>(provider => provider.GetRequiredService<EventBus>())
            .AddOperation<PutRuleOperation>("events", "PutRule")
            .AddOperation<DescribeRuleOperation>("events", "DescribeRule")
            .AddOperation<ListRulesOperation>("events", "ListRules")
            .AddOperation<DeleteRuleOperation>("events", "DeleteRule")
            .AddOperation<EnableRuleOperation>("events", "EnableRule")
            .AddOperation<DisableRuleOperation>("events", "DisableRule")
            .AddOperation<PutTargetsOperation>("events", "PutTargets")
            .AddOperation<RemoveTargetsOperation>("events", "RemoveTargets")
            .AddOperation<ListTargetsByRuleOperation>("events", "ListTargetsByRule")
            .AddOperation<ListRuleNamesByTargetOperation>("events", "ListRuleNamesByTarget")
            .AddOperation<PutEventsOperation>("events", "PutEvents")
            .AddOperation<TestEventPatternOperation>("events", "TestEventPattern")
            .AddSingleton<ConnectionSecrets>()
            .AddOperation<CreateConnectionOperation>("events", "CreateConnection")
            .AddOperation<UpdateConnectionOperation>("events", "UpdateConnection")
            .AddOperation<DeleteConnectionOperation>("events", "DeleteConnection")
            .AddOperation<DescribeConnectionOperation>("events", "DescribeConnection")
            .AddOperation<ListConnectionsOperation>("events", "ListConnections")
            .AddOperation<CreateApiDestinationOperation>("events", "CreateApiDestination")
            .AddOperation<UpdateApiDestinationOperation>("events", "UpdateApiDestination")
            .AddOperation<DeleteApiDestinationOperation>("events", "DeleteApiDestination")
            .AddOperation<DescribeApiDestinationOperation>("events", "DescribeApiDestination")
            .AddOperation<ListApiDestinationsOperation>("events", "ListApiDestinations")
            .AddOperation<TagResourceOperation>("events", "TagResource")
            .AddOperation<UntagResourceOperation>("events", "UntagResource")
            .AddOperation<ListTagsForResourceOperation>("events", "ListTagsForResource");
}
