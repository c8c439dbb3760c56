using System.Globalization;

namespace JobMgmt.Runtime.Wire;

/// <summary>An answer, ready to send.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Body">The body.</param>
/// <param name="RequestId">Sent as <c>x-amzn-RequestId</c>.</param>
internal sealed record WireResponse(int Status, string ContentType, byte[] Body, string RequestId)
{
    /// <summary>Further headers, as REST protocols have them.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public async Task WriteAsync(HttpResponse response, DateTimeOffset now)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers["x-amzn-RequestId"] = RequestId;
        response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        foreach (var (name, value) in Headers ?? new Dictionary<string, string>())
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(Body);
    }
}
