using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A real HTTP endpoint on loopback that records what it is sent, and answers with the statuses that a test gives, the last one for good. 0 is no answer.</summary>
internal sealed class WebhookListener : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<WebhookRequest> _requests = new();
    private volatile int[] _statuses;
    private int _count;

    public WebhookListener(params int[] statuses)
    {
        _statuses = statuses;
        (_listener, Address) = Listen();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public WebhookRequest[] Requests => [.. _requests];

    /// <summary>Answers with a status from now on.</summary>
    public void Answer(int status) => _statuses = [status];

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Address) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var listener = new HttpListener();
            var address = $"http://127.0.0.1:{FreePort.Any()}/";
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                // another test has it since a moment ago
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
            {
                // the test has ended, or the runtime that asked was killed: the next one is to be answered all the same
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var statuses = _statuses;
        var status = statuses[Math.Min(_count++, statuses.Length - 1)];
        _requests.Enqueue(new WebhookRequest(context.Request.HttpMethod, context.Request.RawUrl!, new(context.Request.Headers), body, status));
        if (status > 0)
        {
            context.Response.StatusCode = status;
            context.Response.Close();
        }
    }
}
