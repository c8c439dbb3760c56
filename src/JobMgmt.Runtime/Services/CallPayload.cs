namespace JobMgmt.Runtime.Services;

/// <summary>The bytes of a REST call whose request or answer is a stream. Calls in other forms have them as a member.</summary>
/// <param name="body">The request's bytes, decoded; reading them to their end verifies them.</param>
/// <param name="trailers">What came behind the body, once it was read: names in lower case.</param>
internal sealed class CallPayload(Stream body, IReadOnlyDictionary<string, string> trailers) : IAsyncDisposable
{
    public Stream Body { get; } = body;

    public IReadOnlyDictionary<string, string> Trailers { get; } = trailers;

    /// <summary>The answer's bytes; the protocol sends them and closes the stream.</summary>
    public Stream? Answer { get; set; }

    public async ValueTask DisposeAsync()
    {
        await (Answer?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Body.DisposeAsync();
    }
}
