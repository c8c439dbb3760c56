namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of DeleteResourcePolicy.</summary>
public sealed class DeleteResourcePolicyRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The policy's name.</summary>
    public string? PolicyName { get; set; }

    /// <summary>The tagged resource.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>The revision that must be the current one.</summary>
    public string? ExpectedRevisionId { get; set; }
}
