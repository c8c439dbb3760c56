using Amazon;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The parameters of PutLogEvents.</summary>
public sealed class PutLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group's name.</summary>
    public string LogGroupName { get; set; } = null!;

    /// <summary>The log stream's name.</summary>
    public string LogStreamName { get; set; } = null!;

    /// <summary>The events: in order of time, at most 10,000, 1 MiB and 24 hours in all.</summary>
    public List<InputLogEvent> LogEvents { get; set; } = AWSConfigs.InitializeCollections ? [] : null!;

    /// <summary>Ignored by AWS.</summary>
    public string? SequenceToken { get; set; }

    /// <summary>The entity the events belong to.</summary>
    public Entity? Entity { get; set; }
}
