using JobMgmt.Runtime.Logs;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>Amazon CloudWatch Logs (API 2014-03-28).</summary>
internal static class LogsService
{
    public static IServiceCollection AddLogs(this IServiceCollection services) =>
        services.AddSingleton<ILogSink, LogSink>()
            .AddSingleton<IRuntimeLoop, LogRetention>()
            .AddSingleton<LogLookup>()
            .AddOperation<CreateLogGroupOperation>("logs", "CreateLogGroup")
            .AddOperation<DescribeLogGroupsOperation>("logs", "DescribeLogGroups")
            .AddOperation<DeleteLogGroupOperation>("logs", "DeleteLogGroup")
            .AddOperation<PutRetentionPolicyOperation>("logs", "PutRetentionPolicy")
            .AddOperation<DeleteRetentionPolicyOperation>("logs", "DeleteRetentionPolicy")
            .AddOperation<CreateLogStreamOperation>("logs", "CreateLogStream")
            .AddOperation<DescribeLogStreamsOperation>("logs", "DescribeLogStreams")
            .AddOperation<DeleteLogStreamOperation>("logs", "DeleteLogStream")
            .AddOperation<PutLogEventsOperation>("logs", "PutLogEvents")
            .AddOperation<GetLogEventsOperation>("logs", "GetLogEvents")
            .AddOperation<FilterLogEventsOperation>("logs", "FilterLogEvents")
            .AddOperation<PutResourcePolicyOperation>("logs", "PutResourcePolicy")
            .AddOperation<DescribeResourcePoliciesOperation>("logs", "DescribeResourcePolicies")
            .AddOperation<DeleteResourcePolicyOperation>("logs", "DeleteResourcePolicy")
            .AddOperation<TagResourceOperation>("logs", "TagResource")
            .AddOperation<UntagResourceOperation>("logs", "UntagResource")
            .AddOperation<ListTagsForResourceOperation>("logs", "ListTagsForResource");
}
