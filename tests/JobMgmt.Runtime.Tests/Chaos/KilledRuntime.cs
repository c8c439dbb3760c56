using System.Collections.Concurrent;
using System.Net.Sockets;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Chaos;

/// <summary>A runtime that is killed and started again on its folder while clients go on calling it: a call waits for the life that is coming.</summary>
internal sealed class KilledRuntime(string dataPath) : IDisposable
{
    private readonly int _port = FreePort.Any(); // always the same: scripts of one life reach the next
    private readonly ConcurrentBag<RuntimeProcess> _lives = [];
    private int _answers;
    private TaskCompletionSource<RuntimeProcess> _current = New();

    public string DataPath => dataPath;

    /// <summary>How many requests have been answered, in all lives.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>There is no life any more, and none is coming.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What the lives have logged.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Starts the first life or the next.</summary>
    public async Task StartAsync()
    {
        var life = await RuntimeProcess.StartAsync(dataPath, _port, Write);
        _lives.Add(life);
        _current.SetResult(life);
    }

    /// <summary>Kills the present life. Calls wait from here on.</summary>
    public async Task KillAsync()
    {
        var life = await _current.Task;
        _current = New();
        life.Kill();
    }

    /// <summary>Starts a process and kills it after that time, wherever its start stands then.</summary>
    public async Task StartAndKillAsync(TimeSpan after)
    {
        using var process = RuntimeProcess.Spawn(dataPath, _port, Write);
        await Task.Delay(after, TimeProvider.System);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Calls once.</summary>
    /// <exception cref="OutcomeUnknownException">It was killed meanwhile.</exception>
    /// <exception cref="AwsErrorException">The service refused.</exception>
    public Task<JsonObject> CallAsync(string service, string operation, JsonObject request) => OnceAsync(life => life.Client.CallAsync(service, operation, request));

    public Task<JsonObject> CallAsync(string service, string operation, params (string Name, JsonValue? Value)[] members) =>
        CallAsync(service, operation, JsonObject.Of(members));

    /// <summary>Calls until it is answered: for what may be asked twice.</summary>
    public async Task<JsonObject> AskAsync(string service, string operation, params (string Name, JsonValue? Value)[] members)
    {
        while (true)
        {
            try
            {
                return await CallAsync(service, operation, members);
            }
            catch (OutcomeUnknownException)
            {
                // the next life will tell
            }
        }
    }

    /// <summary>All pages of a list.</summary>
    public async Task<List<JsonObject>> ListAsync(string service, string operation, string items, string token, params (string Name, JsonValue? Value)[] members)
    {
        var list = new List<JsonObject>();
        JsonValue? next = null;
        do
        {
            var page = await AskAsync(service, operation, [.. members, (token, next)]);
            list.AddRange(page.Objects(items));
            next = page[token];
        }
        while (next is JsonString { Value.Length: > 0 });

        return list;
    }

    /// <summary>Does something with the present life.</summary>
    /// <exception cref="OutcomeUnknownException">It was killed meanwhile.</exception>
    public async Task<T> OnceAsync<T>(Func<RuntimeProcess, Task<T>> call)
    {
        var life = await _current.Task;
        try
        {
            var answer = await call(life);
            Interlocked.Increment(ref _answers);
            return answer;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException) // the last one comes bare from a connect
        {
            throw new OutcomeUnknownException(error);
        }
    }

    public void Dispose()
    {
        IsOver = true;
        while (_lives.TryTake(out var life))
        {
            life.Dispose();
        }
    }

    private static TaskCompletionSource<RuntimeProcess> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Write(string line)
    {
        if (line.Length > 0)
        {
            Log.Enqueue(line);
        }
    }
}
