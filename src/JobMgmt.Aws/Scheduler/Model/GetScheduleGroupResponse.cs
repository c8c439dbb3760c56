using Amazon.Runtime;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The answer of GetScheduleGroup.</summary>
public sealed class GetScheduleGroupResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime? LastModificationDate { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>ACTIVE or DELETING.</summary>
    public ScheduleGroupState? State { get; set; }
}
