using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of CreateApiDestination.</summary>
public sealed class CreateApiDestinationResponse : AmazonWebServiceResponse
{
    /// <summary>The API destination's ARN.</summary>
    public string? ApiDestinationArn { get; set; }

    /// <summary>Its state.</summary>
    public ApiDestinationState? ApiDestinationState { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
