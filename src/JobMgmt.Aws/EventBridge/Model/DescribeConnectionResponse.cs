using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of DescribeConnection.</summary>
public sealed class DescribeConnectionResponse : AmazonWebServiceResponse
{
    /// <summary>The connection's ARN.</summary>
    public string? ConnectionArn { get; set; }

    /// <summary>The connection's name.</summary>
    public string? Name { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>Its state.</summary>
    public ConnectionState? ConnectionState { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string? StateReason { get; set; }

    /// <summary>How requests are authorized.</summary>
    public ConnectionAuthorizationType? AuthorizationType { get; set; }

    /// <summary>The secret that keeps the keys.</summary>
    public string? SecretArn { get; set; }

    /// <summary>What requests are authorized with, without secrets.</summary>
    public ConnectionAuthParameters? AuthParameters { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
