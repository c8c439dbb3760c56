using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of UpdateSchedule.</summary>
public sealed class UpdateScheduleResponse : AmazonWebServiceResponse
{
    /// <summary>The schedule's ARN.</summary>
    public string? ScheduleArn { get; set; }
}
