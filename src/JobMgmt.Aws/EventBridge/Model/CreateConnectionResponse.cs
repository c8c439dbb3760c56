using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of CreateConnection.</summary>
public sealed class CreateConnectionResponse : AmazonWebServiceResponse
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
