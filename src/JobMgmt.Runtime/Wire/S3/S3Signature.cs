using System.Globalization;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>
/// S3's forms of Signature Version 4: in the Authorization header with what <c>x-amz-content-sha256</c> says of the body, or in the query of a URL that was signed
/// beforehand (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html).
/// </summary>
internal sealed class S3Signature(SignatureVerifier verifier, S3LegacyUrl legacy, TimeProvider time)
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private const string UnsignedChunks = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private const int MostSeconds = 604_800; // seven days
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(15);

    /// <summary>Verifies a request's head; the body is verified as it is read.</summary>
    /// <exception cref="ServiceException">403, or 400 where the form is wrong.</exception>
    public VerifiedHead Verify(WireRequest request, IReadOnlyDictionary<string, string> query) =>
        query.ContainsKey("X-Amz-Signature") ? VerifyQuery(request, query)
        : request.Header("Authorization") is null && S3LegacyUrl.Speaks(request.RawQuery) ? VerifyLegacy(request, query)
        : VerifyHeader(request);

    private VerifiedHead VerifyLegacy(WireRequest request, IReadOnlyDictionary<string, string> query)
    {
        legacy.Verify(request, query);
        return new VerifiedHead(request.Header("X-Amz-Content-SHA256") is UnsignedChunks ? UnsignedChunks : Unsigned, [], "", "", "");
    }

    private VerifiedHead VerifyHeader(WireRequest request)
    {
        if (request.Header("Authorization")?.StartsWith("AWS ", StringComparison.Ordinal) == true)
        {
            throw new ServiceException("InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
        }

        var header = AuthorizationHeader.Parse(request.Header("Authorization")) ?? throw new ServiceException("AccessDenied", "Access Denied", 403);
        var date = request.Header("X-Amz-Date");
        var signedAt = verifier.SignedAt(header, date);
        if ((time.GetUtcNow() - signedAt).Duration() > _skew)
        {
            throw new ServiceException("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403);
        }

        var payload = request.Header("X-Amz-Content-SHA256")
            ?? throw new ServiceException("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
        var key = verifier.Verify(request, header, date!, payload, request.RawQuery);
        return new VerifiedHead(payload, key, date!, $"{header.Date}/{header.Region}/{header.Service}/aws4_request", Convert.ToHexStringLower(header.Signature));
    }

    private VerifiedHead VerifyQuery(WireRequest request, IReadOnlyDictionary<string, string> query)
    {
        string Argument(string name) => query.TryGetValue(name, out var value)
            ? value
            : throw new ServiceException(
                "AuthorizationQueryParametersError",
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

        var header = AuthorizationHeader.Parse(
                $"{Argument("X-Amz-Algorithm")} Credential={Argument("X-Amz-Credential")}, SignedHeaders={Argument("X-Amz-SignedHeaders")}, Signature={Argument("X-Amz-Signature")}")
            is { Service: "s3" } parsed ? parsed : throw new ServiceException("AuthorizationQueryParametersError", "Error parsing the X-Amz-Credential parameter.");
        var date = Argument("X-Amz-Date");
        var signedAt = verifier.SignedAt(header, date);
        if (!int.TryParse(Argument("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MostSeconds)
        {
            throw new ServiceException("AuthorizationQueryParametersError", "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds");
        }

        var now = time.GetUtcNow();
        if (now > signedAt.AddSeconds(seconds) || signedAt - now > _skew)
        {
            throw new ServiceException("AccessDenied", "Request has expired", 403);
        }

        var signed = string.Join('&', request.RawQuery.Split('&').Where(pair => !pair.StartsWith("X-Amz-Signature=", StringComparison.Ordinal)));
        var payload = request.Header("X-Amz-Content-SHA256") ?? Unsigned;
        var key = verifier.Verify(request, header, date, payload, signed);
        return new VerifiedHead(payload, key, date, $"{header.Date}/{header.Region}/{header.Service}/aws4_request", Convert.ToHexStringLower(header.Signature));
    }
}
