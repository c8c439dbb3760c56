using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace JobMgmt.Aws.Protocols;

/// <summary>
/// Base of our own clients: the SDK's pipeline (credentials, SigV4, retries, clock skew, timeouts) with a marshaller and an
/// unmarshaller that read the request and response classes' properties. Clients are thread-safe.
/// </summary>
public abstract class AwsServiceClient : AmazonServiceClient
{
    private readonly ConcurrentDictionary<Type, ResponseUnmarshaller> _unmarshallers = new();
    private readonly IMarshaller<IRequest, AmazonWebServiceRequest> _marshaller;
    private readonly ServiceDescription _service;

    private protected AwsServiceClient(AWSCredentials credentials, AwsServiceConfig config)
        : base(credentials, config)
    {
        _service = config.Service;
        _marshaller = _service.Protocol switch
        {
            WireProtocol.Query => new QueryRequestMarshaller(_service),
            WireProtocol.RestJson => new RestJsonRequestMarshaller(_service),
            _ => new JsonRequestMarshaller(_service),
        };
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => _service ?? ((AwsServiceConfig)Config).Service;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new PipelineEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new PipelineAuthSchemeHandler());
    }

    private protected Task<TResponse> SendAsync<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new()
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        var options = new InvokeOptions
        {
            RequestMarshaller = _marshaller,
            ResponseUnmarshaller = _unmarshallers.GetOrAdd(typeof(TResponse), _ => Unmarshaller<TResponse>()),
        };
        return InvokeAsync<TResponse>(request, options, cancellationToken);
    }

    private ResponseUnmarshaller Unmarshaller<TResponse>()
        where TResponse : AmazonWebServiceResponse, new() => _service.Protocol == WireProtocol.Query
            ? new XmlBodyUnmarshaller<TResponse>(_service)
            : new JsonBodyUnmarshaller<TResponse>(_service);
}
