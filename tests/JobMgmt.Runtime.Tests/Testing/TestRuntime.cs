using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A runtime of the test's own: in this process, on a free port, in a fresh folder, with a clock that the test may hold.</summary>
internal sealed class TestRuntime : IAsyncDisposable
{
    private readonly bool _ownsFolder;

    private TestRuntime(RuntimeHost host, string dataPath, bool ownsFolder, TimeProvider time)
    {
        Host = host;
        DataPath = dataPath;
        _ownsFolder = ownsFolder;
        Client = new AwsJsonClient(host.Identity.Endpoint, host.Identity.Key, host.Identity.Region, time);
    }

    public RuntimeHost Host { get; }

    public string DataPath { get; }

    public string Endpoint => Host.Identity.Endpoint;

    public AwsJsonClient Client { get; }

    /// <summary>Starts one. Give a <paramref name="dataPath"/> to start again on an earlier one's folder; it is then the test's to delete.</summary>
    public static async Task<TestRuntime> StartAsync(TimeProvider? time = null, string? dataPath = null, string region = "us-east-1", string? mockConfigFile = null)
    {
        var path = dataPath ?? Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
        var host = await RuntimeHost.StartAsync(new RuntimeOptions(path, 0, region, mockConfigFile), time ?? TimeProvider.System);
        return new TestRuntime(host, path, dataPath is null, time ?? TimeProvider.System);
    }

    /// <summary>Calls an operation: <c>CallAsync("states", "StartExecution", …)</c>.</summary>
    public Task<JsonObject> CallAsync(string service, string operation, params (string Name, JsonValue? Value)[] members) =>
        Client.CallAsync(service, operation, JsonObject.Of(members));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        if (_ownsFolder)
        {
            ScratchFolder.Delete(DataPath);
        }
    }
}
