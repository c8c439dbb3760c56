using System.Diagnostics;
using JobMgmt.Bench.Wire;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Bench.Servers;

/// <summary>The local runtime as it is published, on a data folder of its own.</summary>
internal sealed class RuntimeServer : BenchServer
{
    private string _folder = Directory.CreateTempSubdirectory("jobmgmt-bench-").FullName;

    /// <summary>The published runtime, which the build puts beside the bench.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "runtime", "JobMgmt.Runtime.dll");

    public override string Name => "runtime";

    protected override (int Port, RequestSigner Signer) StartProcess()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, "--data-path", _folder, "--port", "0"]) { RedirectStandardOutput = true };
        Process = Process.Start(start)!;
        var line = Process.StandardOutput.ReadLine() ?? throw new WrongAnswerException("The runtime did not start.");
        var port = new Uri(StatesClient.Text((JsonObject)JsonValue.Parse(line), "endpoint")).Port;
        var keys = File.ReadAllLines(Path.Combine(_folder, "credentials")).Select(text => text.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return (port, new RequestSigner($"127.0.0.1:{port}", keys["aws_access_key_id"], keys["aws_secret_access_key"]));
    }

    protected override void Forget()
    {
        Directory.Delete(_folder, recursive: true);
        _folder = Directory.CreateTempSubdirectory("jobmgmt-bench-").FullName;
    }
}
