using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using JobMgmt.Bench.Wire;

namespace JobMgmt.Bench.Servers;

/// <summary>moto_server with its interpreter on and one fault of it mended (moto_peer.py). It is slow enough that a twentieth of the counts tells the same.</summary>
internal sealed class MotoServer : BenchServer
{
    private readonly string _script = Path.Combine(Path.GetTempPath(), $"moto_peer_{Environment.ProcessId}.py");

    public override string Name => "moto";

    public override double Scale => 0.05;

    public override bool IsDurable => false;

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, "moto_server")));
    }

    protected override (int Port, RequestSigner Signer) StartProcess()
    {
        using (var source = typeof(MotoServer).Assembly.GetManifestResourceStream("moto_peer.py")!)
        using (var file = File.Create(_script))
        {
            source.CopyTo(file);
        }

        var port = FreePort();
        var start = new ProcessStartInfo("python3", [_script, "-H", "127.0.0.1", "-p", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process = Process.Start(start)!;
        Process.OutputDataReceived += (_, _) => { };
        Process.ErrorDataReceived += (_, _) => { };
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
        for (var patience = Stopwatch.StartNew(); !Listens(port); StatesClient.Pause(TimeSpan.FromMilliseconds(2)))
        {
            StatesClient.Expect(patience.Elapsed < TimeSpan.FromMinutes(1) && !Process.HasExited, "moto_server did not start.");
        }

        return (port, new RequestSigner($"127.0.0.1:{port}", "test", "test"));
    }

    protected override void Forget() => File.Delete(_script);

    protected override void Prepare(StatesClient client, int port)
    {
        using var connection = new Connection(port);
        const string settings = """{"stepfunctions":{"execute_state_machine":true}}""";
        connection.Exchange(Encoding.ASCII.GetBytes(
            $"POST /moto-api/config HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {settings.Length}\r\n\r\n{settings}"));
        base.Prepare(client, port);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
