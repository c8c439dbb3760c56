namespace JobMgmt.Aws.EventBridge.Model;

/// <summary>The parameters of UpdateApiDestination.</summary>
public sealed class UpdateApiDestinationRequest : AmazonEventBridgeRequest
{
    /// <summary>The API destination's name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>The description.</summary>
    public string? Description { get; set; }

    /// <summary>The connection's ARN.</summary>
    public string? ConnectionArn { get; set; }

    /// <summary>The address; <c>*</c> stands for a path parameter.</summary>
    public string? InvocationEndpoint { get; set; }

    /// <summary>The method.</summary>
    public ApiDestinationHttpMethod? HttpMethod { get; set; }

    /// <summary>Requests a second at most.</summary>
    public int? InvocationRateLimitPerSecond { get; set; }
}
