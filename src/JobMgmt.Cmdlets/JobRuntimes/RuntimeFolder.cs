using System.Diagnostics;
using System.IO;
using System.Net.Sockets;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>A runtime's data folder as its clients see it: who serves it, if anyone.</summary>
internal sealed class RuntimeFolder
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(1);

    public RuntimeFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>The folder that is used when none is named: JOBMGMT_DATA_PATH, or the user's own.</summary>
    public static RuntimeFolder Default
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("JOBMGMT_DATA_PATH");
            return new RuntimeFolder(string.IsNullOrEmpty(named)
                ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "JobMgmt")
                : named!);
        }
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Where a detached runtime writes what it has to say.</summary>
    public string LogFile => System.IO.Path.Combine(Path, "runtime.log");

    /// <summary>The runtime that holds this folder and answers, or null. A file that a crash left behind is not an answer.</summary>
    public async Task<JobRuntime?> FindAsync(CancellationToken cancellationToken)
    {
        JobRuntime? runtime = Read();
        return runtime is not null && IsAlive(runtime.ProcessId) && await ListensAsync(runtime.Endpoint, cancellationToken).ConfigureAwait(false) ? runtime : null;
    }

    private JobRuntime? Read()
    {
        try
        {
            string text = File.ReadAllText(System.IO.Path.Combine(Path, "runtime.json"));
            return JsonValue.TryParse(text, out JsonValue? value) && value is JsonObject json
                && json["endpoint"] is JsonString endpoint && json["region"] is JsonString region && json["pid"] is JsonNumber pid
                ? new JobRuntime
                {
                    Endpoint = endpoint.Value,
                    Region = region.Value,
                    DataPath = Path,
                    ProcessId = (int)pid.ToDouble(),
                    MockConfigFile = (json["mockConfigFile"] as JsonString)?.Value,
                }
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task<bool> ListensAsync(string endpoint, CancellationToken cancellationToken)
    {
        var uri = new Uri(endpoint);
        using var client = new TcpClient();
        Task connecting = client.ConnectAsync(uri.Host, uri.Port);
        Task first = await Task.WhenAny(connecting, TimeProvider.System.Delay(ConnectPatience, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        _ = connecting.ContinueWith(t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return first == connecting && connecting.Status == TaskStatus.RanToCompletion;
    }
}
