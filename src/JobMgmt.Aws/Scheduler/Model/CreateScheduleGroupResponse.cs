using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of CreateScheduleGroup.</summary>
public sealed class CreateScheduleGroupResponse : AmazonWebServiceResponse
{
    /// <summary>The group's ARN.</summary>
    public string? ScheduleGroupArn { get; set; }
}
