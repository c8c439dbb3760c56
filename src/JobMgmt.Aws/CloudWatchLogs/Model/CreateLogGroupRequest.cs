using Amazon;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of CreateLogGroup.</summary>
public sealed class CreateLogGroupRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string LogGroupName { get; set; } = null!;

    /// <summary>The KMS key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The tags.</summary>
    public Dictionary<string, string>? Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The log group's class.</summary>
    public LogGroupClass? LogGroupClass { get; set; }

    /// <summary>True to refuse deletion.</summary>
    public bool? DeletionProtectionEnabled { get; set; }
}
