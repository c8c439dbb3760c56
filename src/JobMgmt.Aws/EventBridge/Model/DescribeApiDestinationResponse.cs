using Amazon.Runtime;

namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The answer of DescribeApiDestination.</summary>
public sealed class DescribeApiDestinationResponse : AmazonWebServiceResponse
{
    /// <summary>The API destination's ARN.</summary>
    public string? ApiDestinationArn { get; set; }

    /// <summary>The API destination's name.</summary>
    public string? Name { get; set; }

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>Its state.</summary>
    public ApiDestinationState? ApiDestinationState { get; set; }

    /// <summary>The connection's ARN.</summary>
    public string? ConnectionArn { get; set; }

    /// <summary>The address; <c>*</c> stands for a path parameter.</summary>
    public string? InvocationEndpoint { get; set; }

    /// <summary>The method.</summary>
    public ApiDestinationHttpMethod? HttpMethod { get; set; }

    /// <summary>Requests a second at most.</summary>
    public int? InvocationRateLimitPerSecond { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
