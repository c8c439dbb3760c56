using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace JobMgmt.Runtime.Wire;

/// <summary>A request as it came, its body read whole.</summary>
internal sealed class WireRequest
{
    private const int MostBytes = 8 << 20; // the largest values, definitions and log events of 1 MiB, with every character escaped
    private readonly IHeaderDictionary _headers;

    private WireRequest(HttpRequest request, byte[] body, bool isTooLarge)
    {
        IsTooLarge = isTooLarge;
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

    /// <summary>Whether the body was longer than any service takes. It was read to its end all the same, for a client listens only when it has sent all, but not kept.</summary>
    public bool IsTooLarge { get; }

    public static async Task<WireRequest> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 0, 1 << 20));
        var buffer = new byte[64 * 1024];
        var isTooLarge = false;
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var count)
        {
            isTooLarge |= body.Length + count > MostBytes;
            if (!isTooLarge)
            {
                await body.WriteAsync(buffer.AsMemory(0, count), http.RequestAborted);
            }
        }

        return new WireRequest(http.Request, isTooLarge ? [] : body.ToArray(), isTooLarge);
    }

    /// <summary>The request without its body, which stays to be read.</summary>
    public static WireRequest OfHead(HttpContext http) => new(http.Request, [], isTooLarge: false);

    /// <summary>Every header, by name.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Headers => _headers;

    /// <summary>A header's value; several are joined by commas; null where it is absent.</summary>
    public string? Header(string name) => _headers.TryGetValue(name, out var values) && !StringValues.IsNullOrEmpty(values) ? values.ToString() : null;
}
