using Amazon;
using JobMgmt.Aws.Protocols;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>A log group.</summary>
public sealed class LogGroup
{
    /// <summary>The log group's name.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>When it was created (UTC).</summary>
    [EpochMilliseconds]
    public DateTime? CreationTime { get; set; }

    /// <summary>
    /// Days that events are kept; null means for ever. 1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1096 1827 2192 2557 2922 3288
    /// 3653.
    /// </summary>
    public int? RetentionInDays { get; set; }

    /// <summary>The number of metric filters.</summary>
    public int? MetricFilterCount { get; set; }

    /// <summary>The ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>Bytes stored.</summary>
    public long? StoredBytes { get; set; }

    /// <summary>The KMS key.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The data protection policy's status.</summary>
    public DataProtectionStatus? DataProtectionStatus { get; set; }

    /// <summary>Properties inherited from the account.</summary>
    public List<InheritedProperty>? InheritedProperties { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The log group's class.</summary>
    public LogGroupClass? LogGroupClass { get; set; }

    /// <summary>The ARN of the log group.</summary>
    public string? LogGroupArn { get; set; }

    /// <summary>True to refuse deletion.</summary>
    public bool? DeletionProtectionEnabled { get; set; }

    /// <summary>True when bearer tokens are taken.</summary>
    public bool? BearerTokenAuthenticationEnabled { get; set; }
}
