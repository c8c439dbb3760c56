using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.Scheduler;

/// <summary>The facts of Amazon EventBridge Scheduler as a service.</summary>
internal static class SchedulerService
{
    public static ServiceDescription Description { get; } = new(
        ServiceId: "Scheduler",
        SigningName: "scheduler",
        ApiVersion: "2021-06-30",
        Protocol: WireProtocol.RestJson,
        TargetPrefix: null,
        CamelCase: false,
        Endpoints: new RegionalEndpointRules("scheduler"),
        Errors: new ExceptionTable(typeof(AmazonSchedulerException)))
    {
        RestOperations = new Dictionary<string, RestOperation>(StringComparer.Ordinal)
        {
            ["CreateSchedule"] = new("POST", "/schedules/{Name}"),
            ["GetSchedule"] = new("GET", "/schedules/{Name}", ("GroupName", "groupName")),
            ["UpdateSchedule"] = new("PUT", "/schedules/{Name}"),
            ["DeleteSchedule"] = new("DELETE", "/schedules/{Name}", ("ClientToken", "clientToken"), ("GroupName", "groupName")),
            ["ListSchedules"] = new("GET", "/schedules", ("GroupName", "ScheduleGroup"), ("MaxResults", "MaxResults"), ("NamePrefix", "NamePrefix"), ("NextToken", "NextToken"), ("State", "State")),
            ["CreateScheduleGroup"] = new("POST", "/schedule-groups/{Name}"),
            ["GetScheduleGroup"] = new("GET", "/schedule-groups/{Name}"),
            ["DeleteScheduleGroup"] = new("DELETE", "/schedule-groups/{Name}", ("ClientToken", "clientToken")),
            ["ListScheduleGroups"] = new("GET", "/schedule-groups", ("MaxResults", "MaxResults"), ("NamePrefix", "NamePrefix"), ("NextToken", "NextToken")),
            ["TagResource"] = new("POST", "/tags/{ResourceArn}"),
            ["UntagResource"] = new("DELETE", "/tags/{ResourceArn}", ("TagKeys", "TagKeys")),
            ["ListTagsForResource"] = new("GET", "/tags/{ResourceArn}"),
        },
    };
}
