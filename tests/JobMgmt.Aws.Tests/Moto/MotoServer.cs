using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.Moto;

/// <summary>One moto_server on a free loopback port for all live tests, and a session with it.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? _process;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1/");

    public JobMgmtSession Session { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (MotoProgram.WhyNot is not null)
        {
            return;
        }

        var port = FreePort();
        Endpoint = new Uri($"http://127.0.0.1:{port}/");
        _process = Process.Start(new ProcessStartInfo("moto_server", $"-H 127.0.0.1 -p {port}") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        await UntilItAnswersAsync();
        Session = JobMgmtSession.Aws(new AwsSessionOptions { Region = "us-east-1", AccessKey = "test", SecretKey = "test", EndpointUrl = Endpoint, MaxErrorRetry = 0 });
    }

    public Task DisposeAsync()
    {
        Session?.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        return Task.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilItAnswersAsync()
    {
        using var http = new HttpClient(new HttpClientHandler { UseProxy = false, CheckCertificateRevocationList = true });
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                await http.GetAsync(new Uri(Endpoint, "moto-api/"), limit.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
            }
        }
    }
}
