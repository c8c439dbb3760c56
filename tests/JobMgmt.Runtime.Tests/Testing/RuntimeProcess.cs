using System.Diagnostics;
using System.Globalization;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A runtime in a process of its own, so that a test can kill it.</summary>
internal sealed class RuntimeProcess : IDisposable
{
    private readonly Process _process;

    private RuntimeProcess(Process process, string endpoint, AccessKey key)
    {
        _process = process;
        Endpoint = endpoint;
        Key = key;
        Client = new AwsJsonClient(endpoint, key, "us-east-1", TimeProvider.System);
    }

    public string Endpoint { get; }

    public AccessKey Key { get; }

    public AwsJsonClient Client { get; }

    public bool HasExited => _process.HasExited;

    public static async Task<RuntimeProcess> StartAsync(string dataPath, int port = 0, Action<string>? errorLine = null, string? mockConfigFile = null) =>
        await ReadyAsync(Spawn(dataPath, port, errorLine, mockConfigFile), dataPath)
            ?? throw new InvalidOperationException("The runtime did not start; see its errors above.");

    /// <summary>Starts the process and does not wait for anything.</summary>
    /// <param name="dataPath">The data folder.</param>
    /// <param name="port">The port to listen on; 0 leaves it to the runtime.</param>
    /// <param name="errorLine">Gets each line of its log; where it is null, the log goes where the test's own errors go.</param>
    /// <param name="mockConfigFile">The mock file, if any.</param>
    public static Process Spawn(string dataPath, int port = 0, Action<string>? errorLine = null, string? mockConfigFile = null)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            // beside the tests lie the tests' dependencies, native ones in folders that only the tests' list of them names
            ArgumentList =
            {
                "exec", "--depsfile", Path.ChangeExtension(typeof(RuntimeProcess).Assembly.Location, ".deps.json"), "--runtimeconfig",
                Path.ChangeExtension(typeof(RuntimeHost).Assembly.Location, ".runtimeconfig.json"), typeof(RuntimeHost).Assembly.Location, "--data-path", dataPath, "--port",
                port.ToString(CultureInfo.InvariantCulture), "--mock-config", mockConfigFile ?? "",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = errorLine is not null,
        })!;
        if (errorLine is not null)
        {
            process.ErrorDataReceived += (_, line) => errorLine(line.Data ?? "");
            process.BeginErrorReadLine();
        }

        return process;
    }

    /// <summary>Waits until it listens; null where it ended before.</summary>
    public static async Task<RuntimeProcess?> ReadyAsync(Process process, string dataPath)
    {
        if (await process.StandardOutput.ReadLineAsync() is not { } line)
        {
            return null;
        }

        var description = (JsonObject)JsonValue.Parse(line);
        var key = File.ReadLines(Path.Combine(dataPath, "credentials")).Select(entry => entry.Split(" = ")).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return new RuntimeProcess(process, ((JsonString)description["endpoint"]!).Value, new AccessKey(key["aws_access_key_id"], key["aws_secret_access_key"]));
    }

    public Task<JsonObject> CallAsync(string service, string operation, params (string Name, JsonValue? Value)[] members) =>
        Client.CallAsync(service, operation, JsonObject.Of(members));

    /// <summary>SIGKILL: no warning, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        Client.Dispose();
        _process.Dispose();
    }
}
