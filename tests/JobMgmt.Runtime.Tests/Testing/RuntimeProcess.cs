using System.Diagnostics;
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
        Client = new AwsJsonClient(endpoint, key, "us-east-1", TimeProvider.System);
    }

    public AwsJsonClient Client { get; }

    public static async Task<RuntimeProcess> StartAsync(string dataPath)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            // beside the tests lie the tests' dependencies, native ones in folders that only the tests' list of them names
            ArgumentList =
            {
                "exec", "--depsfile", Path.ChangeExtension(typeof(RuntimeProcess).Assembly.Location, ".deps.json"), "--runtimeconfig",
                Path.ChangeExtension(typeof(RuntimeHost).Assembly.Location, ".runtimeconfig.json"), typeof(RuntimeHost).Assembly.Location, "--data-path", dataPath,
            },
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The runtime did not start; see its errors above.");
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
