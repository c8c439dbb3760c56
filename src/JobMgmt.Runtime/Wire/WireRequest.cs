using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace JobMgmt.Runtime.Wire;

/// <summary>A request as it came, its body read whole.</summary>
internal sealed class WireRequest
{
    private readonly IHeaderDictionary _headers;

    private WireRequest(HttpRequest request, byte[] body)
    {
        _headers = request.Headers;
        Method = request.Method;
        Body = body;
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        RawPath = mark < 0 ? target : target[..mark];
        RawQuery = mark < 0 ? "" : target[(mark + 1)..];
        Path = request.Path.Value ?? "/";
    }

    public string Method { get; }

    /// <summary>The path as sent, still encoded.</summary>
    public string RawPath { get; }

    /// <summary>The query as sent, without the question mark.</summary>
    public string RawQuery { get; }

    /// <summary>The path, decoded.</summary>
    public string Path { get; }

    public byte[] Body { get; }

    /// <summary>The service's signing name, from the verified credential scope; empty before.</summary>
    public string Service { get; set; } = "";

    public static async Task<WireRequest> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, 1 << 20));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return new WireRequest(http.Request, body.ToArray());
    }

    /// <summary>A header's value; several are joined by commas; null where it is absent.</summary>
    public string? Header(string name) => _headers.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) ? values.ToString() : null;
}
