using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A plain S3 client with its own signatures, of requests and of chunks, so that tests see the wire as it is.</summary>
internal sealed class S3Client(string endpoint, AccessKey key, TimeProvider time) : IDisposable
{
    private const string Scope = "us-east-1/s3/aws4_request";
    private readonly HttpClient _http = new();

    /// <summary>Sends a request whose body is signed by its hash, or by what <paramref name="payload"/> says of it.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, byte[]? body = null, string? host = null, string? payload = null, params (string Name, string Value)[] headers)
    {
        var bytes = body ?? [];
        var (request, _) = Sign(method, path, host, payload ?? Hex(SHA256.HashData(bytes)), headers);
        using (request)
        {
            if (method is "PUT" or "POST")
            {
                request.Content = new ByteArrayContent(bytes);
            }

            return await _http.SendAsync(request);
        }
    }

    /// <summary>Puts an object in signed chunks, with a signed trailer: as SDKs do over plain HTTP.</summary>
    public async Task<HttpResponseMessage> PutChunkedAsync(string path, IReadOnlyList<byte[]> chunks, (string Name, string Value) trailer, Func<byte[], byte[]>? change = null)
    {
        var length = chunks.Sum(chunk => chunk.Length).ToString(CultureInfo.InvariantCulture);
        var (request, seed) = Sign(
            "PUT", path, null, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", [("x-amz-decoded-content-length", length), ("x-amz-trailer", trailer.Name)]);
        var date = request.Headers.GetValues("X-Amz-Date").Single();
        var body = new MemoryStream();
        var previous = seed;
        foreach (var chunk in chunks.Append([]))
        {
            previous = Hex(HMACSHA256.HashData(Key(date), Encoding.UTF8.GetBytes(
                $"AWS4-HMAC-SHA256-PAYLOAD\n{date}\n{date[..8]}/{Scope}\n{previous}\n{Hex(SHA256.HashData([]))}\n{Hex(SHA256.HashData(chunk))}")));
            await body.WriteAsync(Encoding.ASCII.GetBytes($"{chunk.Length:x};chunk-signature={previous}\r\n"));
            await body.WriteAsync(chunk);
            await body.WriteAsync(chunk.Length > 0 ? "\r\n"u8.ToArray() : []);
        }

        var signature = Hex(HMACSHA256.HashData(Key(date), Encoding.UTF8.GetBytes(
            $"AWS4-HMAC-SHA256-TRAILER\n{date}\n{date[..8]}/{Scope}\n{previous}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes($"{trailer.Name}:{trailer.Value}\n")))}")));
        await body.WriteAsync(Encoding.ASCII.GetBytes($"{trailer.Name}:{trailer.Value}\r\nx-amz-trailer-signature:{signature}\r\n\r\n"));
        using (request)
        {
            request.Content = new ByteArrayContent(change is null ? body.ToArray() : change(body.ToArray()));
            request.Content.Headers.ContentEncoding.Add("aws-chunked");
            return await _http.SendAsync(request);
        }
    }

    public void Dispose() => _http.Dispose();

    private (HttpRequestMessage Request, string Signature) Sign(string method, string path, string? host, string payload, (string Name, string Value)[] headers)
    {
        var date = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(endpoint + path));
        var signed = headers.Append(("host", host ?? new Uri(endpoint).Authority)).Append(("x-amz-content-sha256", payload)).Append(("x-amz-date", date))
            .OrderBy(header => header.Item1, StringComparer.Ordinal).ToArray();
        foreach (var (name, value) in signed)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var parts = request.RequestUri!.PathAndQuery.Split('?', 2);
        var query = parts.Length == 1 ? "" : string.Join('&', parts[1].Split('&').Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));
        var names = string.Join(';', signed.Select(header => header.Item1));
        var canonical = $"{method}\n{parts[0]}\n{query}\n{string.Concat(signed.Select(header => $"{header.Item1}:{header.Item2}\n"))}\n{names}\n{payload}";
        var text = $"AWS4-HMAC-SHA256\n{date}\n{date[..8]}/{Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Hex(HMACSHA256.HashData(Key(date), Encoding.UTF8.GetBytes(text)));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential={key.Id}/{date[..8]}/{Scope}, SignedHeaders={names}, Signature={signature}");
        return (request, signature);
    }

    private byte[] Key(string date) =>
        $"{date[..8]}/{Scope}".Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + key.Secret), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
