using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A plain AWS JSON client with its own SigV4, so that tests see the wire as it is.</summary>
internal sealed class AwsJsonClient(string endpoint, AccessKey key, string region, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Calls an operation.</summary>
    /// <exception cref="AwsErrorException">The service refused.</exception>
    public async Task<JsonObject> CallAsync(string service, string operation, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + "/");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(input.ToString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"Test.{operation}");
        Sign(request, service, await request.Content.ReadAsByteArrayAsync());
        using var response = await _http.SendAsync(request);
        var body = (JsonObject)JsonValue.Parse(await response.Content.ReadAsByteArrayAsync());
        return response.IsSuccessStatusCode ? body : throw new AwsErrorException((int)response.StatusCode, body);
    }

    /// <summary>Sends any body in any form, rightly signed; the status and what came back.</summary>
    public async Task<(int Status, string Body)> SendAsync(string service, string contentType, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + "/");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        Sign(request, service, body);
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();

    private void Sign(HttpRequestMessage request, string service, byte[] body)
    {
        var date = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", date);
        var target = request.Headers.TryGetValues("X-Amz-Target", out var targets) ? $"x-amz-target:{targets.Single()}\n" : "";
        var signed = target.Length > 0 ? "host;x-amz-date;x-amz-target" : "host;x-amz-date";
        var canonical = $"POST\n/\n\nhost:{new Uri(endpoint).Authority}\nx-amz-date:{date}\n{target}\n"
            + $"{signed}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signingKey = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + key.Secret), (k, part) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(part)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(text)));
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={key.Id}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }
}
