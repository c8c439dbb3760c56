using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>
/// URLs that were signed beforehand with Signature Version 2, as boto3 and the AWS CLI make them in the oldest Regions
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html).
/// </summary>
internal sealed class S3LegacyUrl(RuntimeIdentity identity, TimeProvider time)
{
    private const string KeyId = "AWSAccessKeyId";
    private const string Signature = "Signature";
    private const string Expires = "Expires";

    // What of the query belongs to the resource; the rest of it is not signed.
    private static readonly HashSet<string> _signed = new(StringComparer.Ordinal)
    {
        "accelerate", "acl", "analytics", "cors", "defaultObjectAcl", "delete", "inventory", "lifecycle", "location", "logging", "metrics", "notification", "object-lock",
        "partNumber", "policy", "replication", "requestPayment", "response-cache-control", "response-content-disposition", "response-content-encoding",
        "response-content-language", "response-content-type", "response-expires", "restore", "select", "select-type", "storageClass", "tagging", "torrent", "uploadId",
        "uploads", "versionId", "versioning", "versions", "website",
    };

    /// <summary>Whether a raw query is such a URL's.</summary>
    public static bool Speaks(string rawQuery) => rawQuery.Split('&').Any(pair => pair.StartsWith(KeyId + "=", StringComparison.Ordinal));

    /// <summary>Verifies a request's head. Its body is not signed.</summary>
    /// <exception cref="ServiceException">403: expired, signed with another key, or for another text.</exception>
    public void Verify(WireRequest request, IReadOnlyDictionary<string, string> query)
    {
        if (!query.TryGetValue(KeyId, out var id) || !query.TryGetValue(Signature, out var signature) || !query.TryGetValue(Expires, out var expires))
        {
            throw Denied("Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters");
        }

        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until))
        {
            throw Denied($"Invalid date (should be seconds since epoch): {expires}");
        }

        if (id != identity.Key.Id)
        {
            throw SignatureVerifier.UnknownKey();
        }

        if (time.GetUtcNow().ToUnixTimeSeconds() > until)
        {
            throw Denied("Request has expired");
        }

        var expected = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(identity.Key.Secret), Encoding.UTF8.GetBytes(TextToSign(request, query, expires))));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature)))
        {
            throw SignatureVerifier.Mismatch();
        }
    }

    private static string TextToSign(WireRequest request, IReadOnlyDictionary<string, string> query, string expires)
    {
        // A header that was known when the URL was made is in its query.
        string Header(string name) => request.Header(name) ?? query.GetValueOrDefault(name, "");
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n').Append(Header("content-md5")).Append('\n').Append(Header("content-type")).Append('\n').Append(expires).Append('\n');
        foreach (var name in request.Headers.Select(header => header.Key.ToLowerInvariant()).Concat(query.Keys)
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append(name).Append(':').Append(Header(name).Trim()).Append('\n');
        }

        var arguments = query.Where(argument => _signed.Contains(argument.Key)).OrderBy(argument => argument.Key, StringComparer.Ordinal)
            .Select(argument => argument.Value.Length == 0 ? argument.Key : $"{argument.Key}={argument.Value}").ToArray();
        return text.Append(S3Target.SignedPath(request.Header("Host") ?? "", request.RawPath))
            .Append(arguments.Length == 0 ? "" : "?").AppendJoin('&', arguments).ToString();
    }

    private static ServiceException Denied(string message) => new("AccessDenied", message, 403);
}
