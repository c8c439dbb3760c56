namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A policy that lets AWS services write to log groups.</summary>
public sealed class ResourcePolicy
{
    /// <summary>The policy's name.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The policy: JSON text.</summary>
    public string? PolicyDocument { get; set; }

    /// <summary>When it was last updated, in milliseconds since 1970.</summary>
    public long? LastUpdatedTime { get; set; }

    /// <summary>Account-wide or for one resource.</summary>
    public PolicyScope? PolicyScope { get; set; }

    /// <summary>The tagged resource.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>The revision's id; absent for the first one.</summary>
    public string? RevisionId { get; set; }
}
