namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>Why an entity was refused.</summary>
public sealed class RejectedEntityInfo
{
    /// <summary>Why it was refused.</summary>
    public EntityRejectionErrorType ErrorType { get; set; } = null!;
}
