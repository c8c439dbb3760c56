using Amazon.Runtime;

namespace JobMgmt.Aws.CloudWatchLogs.Model;

/// <summary>The answer of PutLogEvents.</summary>
public sealed class PutLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>No longer used by AWS.</summary>
    public string? NextSequenceToken { get; set; }

    /// <summary>Which events were refused; null when none.</summary>
    public RejectedLogEventsInfo? RejectedLogEventsInfo { get; set; }

    /// <summary>Why the entity was refused; null when it was not.</summary>
    public RejectedEntityInfo? RejectedEntityInfo { get; set; }
}
