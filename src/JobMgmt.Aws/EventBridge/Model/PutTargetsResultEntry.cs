namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>A target that could not be put.</summary>
public sealed class PutTargetsResultEntry
{
    /// <summary>The target's id.</summary>
    public string? TargetId { get; set; }

    /// <summary>The error code; null when it went well.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The error message; null when it went well.</summary>
    public string? ErrorMessage { get; set; }
}
