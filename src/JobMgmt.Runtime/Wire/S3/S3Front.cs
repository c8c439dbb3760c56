using System.Globalization;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Wire.Rest;
using JobMgmt.StatesLanguage.Json;
using Microsoft.AspNetCore.Http.Features;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>
/// S3's protocol, REST with XML. Bodies are streams: the head's signature is verified first, the body as the operation reads it, and an object is sent from its file.
/// </summary>
internal sealed class S3Front(S3Signature signature, ServiceRouter router, Database database, TimeProvider time, ILogger<S3Front> log)
{
    /// <summary>
    /// Whether a request is S3's: signed for it, and not sent as AWS JSON; or not signed at all, and none that another service would take (those are sent to <c>/</c>, or to
    /// a path of their own).
    /// </summary>
    public static bool Speaks(WireRequest request) =>
        request.Header("X-Amz-Target") is null
        && (request.RawQuery.Contains("X-Amz-Signature=", StringComparison.Ordinal)
            || (request.Header("Authorization") is { } authorization
                ? AuthorizationHeader.Parse(authorization)?.Service == "s3" || authorization.StartsWith("AWS ", StringComparison.Ordinal)
                : S3LegacyUrl.Speaks(request.RawQuery) || ((request.Method != "POST" || request.RawPath != "/") && !RestRoutes.Serves(request.Method, request.RawPath))));

    public async Task HandleAsync(HttpContext http)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null; // up to 5 GiB a part: they go to disk, not to memory
        var request = WireRequest.OfHead(http);
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers["x-amz-request-id"] = requestId;
        http.Response.Headers["x-amz-id-2"] = requestId;
        http.Response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        try
        {
            await AnswerAsync(http, request, requestId);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested || http.Response.HasStarted)
        {
            http.Abort(); // the client went away, or sees by the broken connection that it has not got all
        }
        catch (ServiceException error)
        {
            await RefuseAsync(http, request, error, requestId);
        }
        catch (BadHttpRequestException error)
        {
            await RefuseAsync(http, request, new ServiceException("IncompleteBody", error.Message), requestId);
        }
        catch (Exception error) when (error is StoreUnavailableException or IOException)
        {
            await RefuseAsync(http, request, new ServiceException("ServiceUnavailable", error.Message, 503), requestId);
        }
        catch (Exception error)
        {
            log.LogError(error, "A fault of the runtime in {Method} {Path}", request.Method, request.Path);
            await RefuseAsync(http, request, new ServiceException("InternalError", error.Message, 500), requestId);
        }
    }

    private async Task AnswerAsync(HttpContext http, WireRequest request, string requestId)
    {
        var query = S3RequestReader.ReadQuery(request.RawQuery);
        var head = signature.Verify(request, query);
        var target = S3Target.Of(request.Header("Host") ?? "", request.RawPath);
        var operation = S3Operations.Of(request, target, query);
        await using var payload = S3Body.Open(http, request, head);
        var members = await S3RequestReader.WithDocumentAsync(S3RequestReader.ReadHead(request, target, query), operation, payload.Body, http.RequestAborted);
        var call = new CallContext(database, requestId, record: null, http.RequestAborted) { Payload = payload };
        var answer = await router.InvokeAsync("s3", operation, members, call);
        await SendAsync(http, operation, answer, payload);
    }

    private static async Task SendAsync(HttpContext http, string operation, JsonObject answer, CallPayload payload)
    {
        var response = http.Response;
        response.StatusCode = operation.StartsWith("Delete", StringComparison.Ordinal) && operation != "DeleteObjects" || operation == "AbortMultipartUpload" ? 204
            : answer.Contains("ContentRange") ? 206
            : 200;
        foreach (var (name, value) in S3AnswerWriter.Headers(operation, answer))
        {
            response.Headers[name] = value;
        }

        if (S3AnswerWriter.Document(operation, answer) is { } document)
        {
            response.ContentType = "application/xml";
            response.ContentLength = document.Length;
            await response.Body.WriteAsync(document, http.RequestAborted);
        }
        else if (payload.Answer is { } stream)
        {
            await stream.CopyToAsync(response.Body, http.RequestAborted);
        }
        else if (response.StatusCode == 200 && operation != "HeadObject")
        {
            response.ContentLength = 0;
        }
    }

    private static async Task RefuseAsync(HttpContext http, WireRequest request, ServiceException raised, string requestId)
    {
        var error = S3Errors.Translate(raised);
        if (error.Status == 403 && http.Request.Headers.ContainsKey("Expect"))
        {
            http.Response.Headers.Connection = "close"; // see S3Body: nothing of the body was asked for
        }

        http.Response.StatusCode = error.Status;
        if (request.Method == "HEAD" || error.Status == 304)
        {
            return; // such answers have no body: the status is all
        }

        var document = S3Errors.Document(error, request.Path, requestId);
        http.Response.ContentType = "application/xml";
        http.Response.ContentLength = document.Length;
        await http.Response.Body.WriteAsync(document, http.RequestAborted);
    }
}
