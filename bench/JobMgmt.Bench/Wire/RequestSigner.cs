using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JobMgmt.Bench.Wire;

/// <summary>Makes signed requests in AWS JSON 1.0 as bytes, with no SDK between, so that the client does not bound what is measured.</summary>
/// <param name="host">Host and port.</param>
/// <param name="keyId">The access key's id.</param>
/// <param name="secret">Its secret.</param>
internal sealed class RequestSigner(string host, string keyId, string secret)
{
    private const string SignedHeaders = "content-type;host;x-amz-date;x-amz-target";
    private const string ContentType = "application/x-amz-json-1.0";
    private const string Region = "us-east-1";
    private static readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal) { ["events"] = "AWSEvents", ["logs"] = "Logs_20140328" };
    private string _scope = "";
    private byte[] _key = [];

    /// <summary>The request, ready to send.</summary>
    public byte[] Request(string service, string operation, string body)
    {
        var content = Encoding.UTF8.GetBytes(body);
        var target = $"{_targets.GetValueOrDefault(service, "AWSStepFunctions")}.{operation}";
        var now = TimeProvider.System.GetUtcNow();
        var date = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{date.AsSpan(0, 8)}/{Region}/{service}/aws4_request";
        var canonical = $"POST\n/\n\ncontent-type:{ContentType}\nhost:{host}\nx-amz-date:{date}\nx-amz-target:{target}\n\n{SignedHeaders}\n{Hex(content)}";
        var text = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(Encoding.UTF8.GetBytes(canonical))}";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key(date[..8], service, scope), Encoding.UTF8.GetBytes(text)));
        var head = $"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: {ContentType}\r\nX-Amz-Date: {date}\r\nX-Amz-Target: {target}\r\n"
            + $"Authorization: AWS4-HMAC-SHA256 Credential={keyId}/{scope}, SignedHeaders={SignedHeaders}, Signature={signature}\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. content];
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private byte[] Key(string day, string service, string scope)
    {
        if (scope != _scope)
        {
            _key = new[] { day, Region, service, "aws4_request" }
                .Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
            _scope = scope;
        }

        return _key;
    }
}
