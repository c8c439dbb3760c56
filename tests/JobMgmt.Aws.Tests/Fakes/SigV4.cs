using System.Security.Cryptography;
using System.Text;

namespace JobMgmt.Aws.Tests.Fakes;

/// <summary>Signature Version 4, written from its specification and independent of the SDK, to check what clients send.</summary>
public static class SigV4
{
    public static void AssertSigned(RecordedRequest request, string accessKey, string secretKey, string region, string service)
    {
        var authorization = request.Header("Authorization");
        Assert.StartsWith("AWS4-HMAC-SHA256 ", authorization, StringComparison.Ordinal);
        var parts = authorization["AWS4-HMAC-SHA256 ".Length..].Split(", ").Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var date = request.Header("X-Amz-Date");
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        Assert.Equal($"{accessKey}/{scope}", parts["Credential"]);

        var signed = parts["SignedHeaders"].Split(';');
        Assert.Contains("host", signed);
        Assert.Contains("x-amz-date", signed);
        var canonical = string.Join('\n',
            request.Method,
            request.Uri.AbsolutePath,
            request.Uri.Query.TrimStart('?'),
            string.Concat(signed.Select(name => $"{name}:{Value(request, name)}\n")),
            parts["SignedHeaders"],
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body))));
        var text = string.Join('\n', "AWS4-HMAC-SHA256", date, scope, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secretKey), date[..8]), region), service), "aws4_request");
        Assert.Equal(Hex(Mac(key, text)), parts["Signature"]);
    }

    private static string Value(RecordedRequest request, string name) => name == "host" && request.Header("Host").Length == 0
        ? request.Uri.Authority
        : request.Header(name).Trim();

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
