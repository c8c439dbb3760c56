using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace JobMgmt.Aws.Protocols;

/// <summary>What the pipeline must know of a service; the facts are those of the service's model.</summary>
/// <param name="ServiceId">The id that settings such as AWS_ENDPOINT_URL_&lt;id&gt; and services sections use.</param>
/// <param name="SigningName">The service in the SigV4 credential scope.</param>
/// <param name="ApiVersion">The API's date.</param>
/// <param name="Protocol">The wire protocol.</param>
/// <param name="TargetPrefix">What stands before the dot in X-Amz-Target; null for Query and REST.</param>
/// <param name="CamelCase">True where wire members begin in lower case.</param>
/// <param name="Endpoints">The endpoint rules.</param>
/// <param name="Errors">Error codes to exceptions.</param>
internal sealed record ServiceDescription(
    string ServiceId,
    string SigningName,
    string ApiVersion,
    WireProtocol Protocol,
    string? TargetPrefix,
    bool CamelCase,
    IEndpointProvider Endpoints,
    ExceptionTable Errors) : IServiceMetadata
{
    /// <summary>No operation of ours is renamed.</summary>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where each operation is, of a REST service; null for the others.</summary>
    public IReadOnlyDictionary<string, RestOperation>? RestOperations { get; init; }

    /// <summary>The operation of a request, by the SDK's naming: its type without the suffix.</summary>
    public static string OperationOf(object request)
    {
        var name = request.GetType().Name;
        const string suffix = "Request";
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
