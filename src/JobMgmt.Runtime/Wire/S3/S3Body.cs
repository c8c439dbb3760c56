using System.Globalization;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>Opens a request's body in the form that <c>x-amz-content-sha256</c> names.</summary>
internal static class S3Body
{
    private const int HashLength = 64;

    public static CallPayload Open(HttpContext http, WireRequest request, VerifiedHead head)
    {
        var trailers = new Dictionary<string, string>(StringComparer.Ordinal);
        var source = http.Request.Body;
        ReadOnlyBody body = head.Payload switch
        {
            "UNSIGNED-PAYLOAD" => new HashedBody(source, null), // on loopback nobody changes it under way
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => new ChunkedBody(source, new ChunkSignatures(head), false, DecodedLength(request), trailers),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new ChunkedBody(source, new ChunkSignatures(head), true, DecodedLength(request), trailers),
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new ChunkedBody(source, null, true, DecodedLength(request), trailers),
            { Length: HashLength } hash => new HashedBody(source, hash),
            _ => throw new ServiceException(
                "InvalidArgument", "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value."),
        };
        EndConnectionUnlessContinued(http, body);
        return new CallPayload(body, trailers);
    }

    /// <summary>
    /// A client that waits for 100 Continue and gets the answer instead has not sent its body, and botocore takes what comes next on the connection for that answer's rest:
    /// the connection ends with the answer, as S3's does.
    /// </summary>
    private static void EndConnectionUnlessContinued(HttpContext http, ReadOnlyBody body) => http.Response.OnStarting(() =>
    {
        if (http.Request.Headers.ContainsKey("Expect") && (http.Request.ContentLength == 0 || !body.IsBegun))
        {
            http.Response.Headers.Connection = "close";
        }

        return Task.CompletedTask;
    });

    private static long? DecodedLength(WireRequest request) =>
        request.Header("x-amz-decoded-content-length") is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
}
