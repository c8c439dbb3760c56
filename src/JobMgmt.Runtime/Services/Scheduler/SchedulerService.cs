using JobMgmt.Runtime.Scheduler;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>Amazon EventBridge Scheduler (API 2021-06-30).</summary>
internal static class SchedulerService
{
    public static IServiceCollection AddScheduler(this IServiceCollection services) =>
        services.AddSingleton<ScheduleReport>().AddSingleton<ScheduleTicker>().AddSingleton<ScheduleTargets>().AddSingleton<InvocationSender>()
            .AddSingleton<ScheduleLoop>().AddSingleton<IRuntimeLoop>(provider => provider.GetRequiredService<ScheduleLoop>())
            .AddSingleton<ScheduleDescription>().AddSingleton<ClientTokens>()
            .AddOperation<CreateScheduleOperation>("scheduler", "CreateSchedule")
            .AddOperation<GetScheduleOperation>("scheduler", "GetSchedule")
            .AddOperation<UpdateScheduleOperation>("scheduler", "UpdateSchedule")
            .AddOperation<DeleteScheduleOperation>("scheduler", "DeleteSchedule")
            .AddOperation<ListSchedulesOperation>("scheduler", "ListSchedules")
            .AddOperation<CreateScheduleGroupOperation>("scheduler", "CreateScheduleGroup")
            .AddOperation<GetScheduleGroupOperation>("scheduler", "GetScheduleGroup")
            .AddOperation<DeleteScheduleGroupOperation>("scheduler", "DeleteScheduleGroup")
            .AddOperation<ListScheduleGroupsOperation>("scheduler", "ListScheduleGroups")
            .AddOperation<TagResourceOperation>("scheduler", "TagResource")
            .AddOperation<UntagResourceOperation>("scheduler", "UntagResource")
            .AddOperation<ListTagsForResourceOperation>("scheduler", "ListTagsForResource");
}
