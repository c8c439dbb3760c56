using Amazon;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of DescribeLogGroups.</summary>
public sealed class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>Accounts to look in, in a monitoring account.</summary>
    public List<string>? AccountIdentifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Only names that begin so.</summary>
    public string? LogGroupNamePrefix { get; set; }

    /// <summary>Only names that hold this text.</summary>
    public string? LogGroupNamePattern { get; set; }

    /// <summary>The token of the next page; null on the first request and in the last answer. Valid 24 hours.</summary>
    public string? NextToken { get; set; }

    /// <summary>Items a page, 1 to 50; absent means 50.</summary>
    public int? Limit { get; set; }

    /// <summary>True to look in linked accounts too.</summary>
    public bool? IncludeLinkedAccounts { get; set; }

    /// <summary>The log group's class.</summary>
    public LogGroupClass? LogGroupClass { get; set; }

    /// <summary>Only these log groups, by name or ARN.</summary>
    public List<string>? LogGroupIdentifiers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
