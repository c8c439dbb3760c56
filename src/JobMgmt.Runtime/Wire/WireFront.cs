using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Wire.S3;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Wire;

/// <summary>
/// The one HTTP endpoint. A request is read whole, its signature is verified, the credential scope tells the service, the protocol tells the operation and its
/// members, the router does the work, and the protocol writes the answer or the error in the service's form. S3's bodies are streams, so <see cref="S3Front"/> serves it.
/// </summary>
internal sealed class WireFront(
    SignatureVerifier verifier, IEnumerable<IWireProtocol> protocols, S3Front s3, ServiceRouter router, Database database, TimeProvider time, ILogger<WireFront> log)
{
    private readonly IWireProtocol[] _protocols = [.. protocols];

    public async Task HandleAsync(HttpContext http)
    {
        if (S3Front.Speaks(WireRequest.OfHead(http)))
        {
            await s3.HandleAsync(http);
            return;
        }

        if (await ReadAsync(http) is not { } request)
        {
            return;
        }

        var protocol = Array.Find(_protocols, candidate => candidate.Speaks(request)) ?? _protocols[0];
        var requestId = Guid.NewGuid().ToString();
        WireResponse response;
        try
        {
            response = await AnswerAsync(protocol, request, requestId, http.RequestAborted);
        }
        catch (ServiceException error)
        {
            response = protocol.WriteError(request, error, requestId);
        }
        catch (StoreUnavailableException error)
        {
            response = protocol.WriteError(request, new ServiceException("ServiceUnavailable", error.Message, 503), requestId);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return; // the client went away
        }
        catch (Exception error)
        {
            log.LogError(error, "A fault of the runtime in {Target}", request.Header("X-Amz-Target") ?? request.Path);
            response = protocol.WriteError(request, new ServiceException("InternalFailure", error.Message, 500), requestId);
        }

        await response.WriteAsync(http.Response, time.GetUtcNow());
    }

    /// <summary>Null where there is nobody to be answered, or no HTTP that can be.</summary>
    private static async Task<WireRequest?> ReadAsync(HttpContext http)
    {
        try
        {
            return await WireRequest.ReadAsync(http);
        }
        catch (BadHttpRequestException error)
        {
            http.Response.StatusCode = error.StatusCode;
            return null;
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            return null; // the client went away in the middle
        }
    }

    private async Task<WireResponse> AnswerAsync(IWireProtocol protocol, WireRequest request, string requestId, CancellationToken aborted)
    {
        if (request.IsTooLarge)
        {
            request.Service = AuthorizationHeader.Parse(request.Header("Authorization"))?.Service ?? "";
            throw new ServiceException("RequestEntityTooLargeException", "The request is larger than the 8 MiB that the local runtime takes.", 413);
        }

        request.Service = verifier.Verify(request);
        var (operation, input) = protocol.ReadRequest(request);
        var call = new CallContext(database, requestId, record: null, aborted);
        JsonObject output = await router.InvokeAsync(request.Service, operation, input, call);
        return protocol.WriteResponse(request, operation, output, requestId);
    }
}
