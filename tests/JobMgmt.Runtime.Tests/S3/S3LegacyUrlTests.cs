using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.S3;

/// <summary>Requests to S3 that have no Authorization header of Signature Version 4: URLs signed with version 2, and such as are not signed at all.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "xunit disposes it by DisposeAsync")]
public sealed class S3LegacyUrlTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync()
    {
        _runtime = await TestRuntime.StartAsync(_clock);
        using var s3 = new S3Client(_runtime.Endpoint, _runtime.Host.Identity.Key, _clock);
        (await s3.SendAsync("PUT", "/bucket")).EnsureSuccessStatusCode();
        (await s3.SendAsync("PUT", "/bucket/a%20key", "text"u8.ToArray())).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _runtime.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/bucket/a%20key", "", "/bucket/a%20key", "an object")]
    [InlineData("GET", "/bucket/a%20key", "response-content-type=text%2Fx&x-id=GetObject", "/bucket/a%20key?response-content-type=text/x", "what changes the answer is signed, decoded; other arguments are not")]
    [InlineData("GET", "/bucket/a%20key", "tagging", "/bucket/a%20key?tagging", "a subresource")]
    [InlineData("PUT", "/bucket/new", "", "/bucket/new", "a put")]
    [InlineData("PUT", "/bucket/new", "x-amz-meta-b=2&x-amz-meta-a=1", "x-amz-meta-a:1\nx-amz-meta-b:2\n/bucket/new", "headers in the query, in their order")]
    [InlineData("DELETE", "/bucket/a%20key", "", "/bucket/a%20key", "a delete")]
    [InlineData("GET", "/a%20key", "", "/bucket/a%20key", "the bucket in the host", "bucket.s3.localhost")]
    public async Task Url_IsAnswered(string method, string path, string query, string signed, string reason, string? host = null)
    {
        using var answer = await SendAsync(method, path, query, signed, host: host);

        Assert.True(answer.IsSuccessStatusCode, $"{reason}: {await answer.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task Url_CarriesTheBytes()
    {
        using var put = await SendAsync("PUT", "/bucket/new", "", "/bucket/new", body: "bytes");
        using var get = await SendAsync("GET", "/bucket/new", "", "/bucket/new");

        Assert.Equal((200, "bytes"), ((int)put.StatusCode, await get.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/bucket/other", null, 60, "SignatureDoesNotMatch", null)]
    [InlineData("/bucket/a%20key", "AKIAOTHER", 60, "InvalidAccessKeyId", null)]
    [InlineData("/bucket/a%20key", null, -1, "AccessDenied", "Request has expired")]
    public async Task Url_IsRefused(string signed, string? key, int seconds, string code, string? message)
    {
        using var get = await SendAsync("GET", "/bucket/a%20key", "", signed, seconds, key);

        await ExpectAsync(get, 403, code, message);
    }

    [Fact]
    public async Task Url_IsRefused_WhenItsTimeIsOver()
    {
        var url = Url("GET", "/bucket/a%20key", "", "/bucket/a%20key", 60, null);
        _clock.Advance(TimeSpan.FromSeconds(61));

        using var get = await _http.GetAsync(url);

        await ExpectAsync(get, 403, "AccessDenied", "Request has expired");
    }

    [Theory]
    [InlineData("GET", "/bucket/a%20key", "AccessDenied", "Access Denied")]
    [InlineData("GET", "/", "AccessDenied", "Access Denied")]
    [InlineData("PUT", "/bucket/a%20key", "AccessDenied", "Access Denied")]
    [InlineData("POST", "/bucket?delete", "AccessDenied", "Access Denied")]
    [InlineData("GET", "/bucket/a%20key?AWSAccessKeyId=x", "AccessDenied", "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters")]
    [InlineData("GET", "/bucket/a%20key?AWSAccessKeyId=x&Signature=y&Expires=soon", "AccessDenied", "Invalid date (should be seconds since epoch): soon")]
    public async Task Request_IsRefusedInXml_WhenItIsNotSigned(string method, string path, string code, string message)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_runtime.Endpoint + path));
        using var answer = await _http.SendAsync(request);

        await ExpectAsync(answer, 403, code, message);
    }

    [Fact]
    public async Task Header_OfVersion2_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_runtime.Endpoint + "/bucket/a%20key"));
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS {_runtime.Host.Identity.Key.Id}:c2lnbmF0dXJl");

        using var answer = await _http.SendAsync(request);

        await ExpectAsync(answer, 400, "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("GET", "/schedules")]
    public async Task OtherServices_RefuseAsBefore_WhatIsNotSigned(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_runtime.Endpoint + path));
        using var answer = await _http.SendAsync(request);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("MissingAuthenticationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task ExpectAsync(HttpResponseMessage answer, int status, string code, string? message)
    {
        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        var error = System.Xml.Linq.XElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((status, code), ((int)answer.StatusCode, error.Element("Code")!.Value));
        Assert.Equal(message ?? error.Element("Message")!.Value, error.Element("Message")!.Value);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string method, string path, string query, string signed, int seconds = 60, string? key = null, string? host = null, string body = "")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Url(method, path, query, signed, seconds, key));
        request.Headers.Host = host;
        if (method == "PUT")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        return await _http.SendAsync(request);
    }

    private Uri Url(string method, string path, string query, string signed, int seconds, string? key)
    {
        var expires = _clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetBytes($"{method}\n\n\n{expires}\n{signed}");
        var signature = Uri.EscapeDataString(Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(_runtime.Host.Identity.Key.Secret), text)));
        return new Uri($"{_runtime.Endpoint}{path}?{query}{(query.Length > 0 ? "&" : "")}AWSAccessKeyId={key ?? _runtime.Host.Identity.Key.Id}&Signature={signature}&Expires={expires}");
    }
}
