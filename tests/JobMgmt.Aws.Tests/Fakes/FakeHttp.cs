using System.Net;
using System.Net.Http;
using System.Text;
using Amazon.Runtime;

namespace JobMgmt.Aws.Tests.Fakes;

/// <summary>Plays the network: keeps every request and gives the prepared answers in order, the last one again and again.</summary>
public sealed class FakeHttp : HttpClientFactory
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private Func<CancellationToken, Task<HttpResponseMessage>>? _last;

    public List<RecordedRequest> Requests { get; } = [];

    public RecordedRequest Request => Requests.Single();

    public FakeHttp Answer(string body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "application/x-amz-json-1.0", string? errorType = null) =>
        Answer(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
            if (contentType != "text/xml")
            {
                response.Headers.TryAddWithoutValidation("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555");
            }

            if (errorType is not null)
            {
                response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", errorType);
            }

            return Task.FromResult(response);
        });

    public FakeHttp Error(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Answer($$"""{"__type":"{{code}}","message":"{{message}}"}""", status);

    public FakeHttp Answer(Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>An endpoint that takes the request, says so, and never answers; only a timeout or the caller ends it.</summary>
    public FakeHttp NeverAnswer(TaskCompletionSource? asked = null) => Answer(async cancellationToken =>
    {
        asked?.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("unreachable");
    });

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var client = new HttpClient(new Handler(this));
        if (clientConfig.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var headers = message.Headers.Concat(message.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = message.Content is null ? string.Empty : await message.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new RecordedRequest(message.Method.Method, message.RequestUri!, headers, body));
        _last = _answers.Count > 0 ? _answers.Dequeue() : _last ?? throw new InvalidOperationException("No answer was prepared.");
        return await _last(cancellationToken);
    }

    private sealed class Handler(FakeHttp owner) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            owner.AnswerAsync(request, cancellationToken);
    }
}
