using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of CreateSchedule.</summary>
public sealed class CreateScheduleResponse : AmazonWebServiceResponse
{
    /// <summary>The schedule's ARN.</summary>
    public string? ScheduleArn { get; set; }
}
