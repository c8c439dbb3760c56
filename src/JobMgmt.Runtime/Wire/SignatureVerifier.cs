using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire;

/// <summary>
/// Signature Version 4 in the Authorization header
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), checked with the runtime's one key pair.
/// </summary>
internal sealed class SignatureVerifier(RuntimeIdentity identity, TimeProvider time)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(5);
    private SigningKey? _lastKey;

    /// <summary>The service of the credential scope of a rightly signed request.</summary>
    /// <exception cref="ServiceException">403: unsigned, signed with another key, at another time, or for another text.</exception>
    public string Verify(WireRequest request)
    {
        var header = AuthorizationHeader.Parse(request.Header("Authorization"))
            ?? throw new ServiceException("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
        request.Service = header.Service; // an error is told in the service's own form
        var signedAt = SignedAt(header, request.Header("X-Amz-Date"));
        if ((time.GetUtcNow() - signedAt).Duration() > _skew)
        {
            throw new ServiceException("InvalidSignatureException", $"Signature expired: {request.Header("X-Amz-Date")} is not within 5 minutes of the runtime's clock.", 403);
        }

        Verify(request, header, request.Header("X-Amz-Date")!, BodyHash(request), request.RawQuery);
        return header.Service;
    }

    /// <summary>When a request was signed, once its key and its date are known to be right.</summary>
    public DateTimeOffset SignedAt(AuthorizationHeader header, string? date)
    {
        if (header.AccessKeyId != identity.Key.Id)
        {
            throw UnknownKey();
        }

        return DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt)
            && date!.StartsWith(header.Date, StringComparison.Ordinal)
            ? signedAt
            : throw new ServiceException("IncompleteSignatureException", "Date must be in ISO-8601 'basic format' in X-Amz-Date and agree with the credential scope.", 403);
    }

    /// <summary>Checks a signature; the key that it was made with signs the chunks that follow.</summary>
    /// <param name="request">The request.</param>
    /// <param name="header">Scope, signed headers and signature.</param>
    /// <param name="date">X-Amz-Date.</param>
    /// <param name="bodyHash">What stands for the body.</param>
    /// <param name="query">The query that was signed.</param>
    public byte[] Verify(WireRequest request, AuthorizationHeader header, string date, string bodyHash, string query)
    {
        var scope = $"{header.Date}/{header.Region}/{header.Service}/aws4_request";
        var key = Key(header, scope);
        var canonical = CanonicalRequest.Of(request, header, bodyHash, query);
        var text = $"{Algorithm}\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)), header.Signature)
            ? key
            : throw Mismatch();
    }

    /// <summary>The refusal of a signature that is not ours.</summary>
    public static ServiceException Mismatch() => new(
        "InvalidSignatureException",
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
        403);

    /// <summary>The refusal of a key that is not ours.</summary>
    public static ServiceException UnknownKey() => new("UnrecognizedClientException", "The security token included in the request is invalid.", 403);

    private static string BodyHash(WireRequest request)
    {
        var sent = request.Header("X-Amz-Content-SHA256");
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
        return sent is null || sent == hash
            ? hash
            : throw new ServiceException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.", 400);
    }

    private byte[] Key(AuthorizationHeader header, string scope)
    {
        var known = _lastKey; // a day's key for a service is derived once; most calls in a row are for one service
        if (known?.Scope == scope)
        {
            return known.Key;
        }

        var key = Encoding.UTF8.GetBytes("AWS4" + identity.Key.Secret);
        foreach (var part in new[] { header.Date, header.Region, header.Service, "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        _lastKey = new SigningKey(scope, key);
        return key;
    }

    private sealed record SigningKey(string Scope, byte[] Key);
}
