using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of UpdateConnection.</summary>
public sealed class UpdateConnectionResponse : AmazonWebServiceResponse
{
    /// <summary>The connection's ARN.</summary>
    public string? ConnectionArn { get; set; }

    /// <summary>Its state.</summary>
    public ConnectionState? ConnectionState { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
