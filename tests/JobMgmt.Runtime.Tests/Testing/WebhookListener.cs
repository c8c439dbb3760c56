using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A real HTTP endpoint on loopback that records what it is sent, and answers with the statuses that a test gives, the last one for good. 0 is no answer.</summary>
internal sealed class WebhookListener : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<WebhookRequest> _requests = new();
    private volatile int[] _statuses;
    private int _count;

    public WebhookListener(params int[] statuses)
    {
        _statuses = statuses;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public WebhookRequest[] Requests => [.. _requests];

    /// <summary>Answers with a status from now on.</summary>
    public void Answer(int status) => _statuses = [status];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
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
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // the test has ended
        }
    }
}
