using Amazon;

namespace JobMgmt.Aws.Scheduler.Model;

/// <summary>The parameters of CreateScheduleGroup.</summary>
public sealed class CreateScheduleGroupRequest : AmazonSchedulerRequest
{
    /// <summary>Makes the call idempotent; one is made where it is absent.</summary>
    public string? ClientToken { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The tags.</summary>
    public List<Tag>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
