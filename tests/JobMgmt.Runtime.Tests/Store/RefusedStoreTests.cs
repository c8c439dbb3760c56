using System.Security.Cryptography;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Tests.Store;

/// <summary>A folder that this runtime must not touch is refused with a message and exit code 1, and left as it is to the byte.</summary>
public sealed class RefusedStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;

    private string Store => Path.Combine(_folder, "jobmgmt.db");

    public void Dispose() => ScratchFolder.Delete(_folder);

    [Fact]
    public async Task NewerStore_IsRefused()
    {
        await FillAsync();
        Change("PRAGMA user_version = 9999");

        var error = await RefusedAsync();

        Assert.Contains($"'{Store}' was written by a newer JobMgmt (schema 9999; this one knows {JobMgmt.Runtime.Store.Schema.Newest})", error, StringComparison.Ordinal);
        Assert.Contains("update JobMgmt", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewerStore_IsRefused_WhenOnlyItsLogSaysSo()
    {
        await KillFilledAsync();
        Change("PRAGMA user_version = 9999", keepsLog: true);
        Assert.True(new FileInfo(Store + "-wal").Length > 0);

        Assert.Contains("newer JobMgmt (schema 9999;", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignStore_IsRefused()
    {
        Change("CREATE TABLE theirs (a)");

        Assert.Contains("not a JobMgmt store", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_IsRefused()
    {
        await File.WriteAllTextAsync(Store, "This is no database.\n");

        Assert.Contains("damaged, or no SQLite file", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GarbageHeader_IsRefused()
    {
        await FillAsync();
        Overwrite(0, 100);

        Assert.Contains("damaged", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TruncatedStore_IsRefused()
    {
        await FillAsync();
        using (var file = new FileStream(Store, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        Assert.Contains("damaged", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)] // the schema's root goes on there, or a table's
    [InlineData(3)]
    [InlineData(20)]
    public async Task OverwrittenPage_IsRefused(int page)
    {
        await FillAsync();
        Overwrite(page * 4096, 4096);

        Assert.Contains("damaged", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogWithoutItsStore_IsRefused()
    {
        await KillFilledAsync();
        File.Delete(Store);

        Assert.Contains("missing or empty, while its log", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OverwrittenPage_IsRefused_BesideALog()
    {
        await FillAsync();
        await KillFilledAsync();
        Overwrite(3 * 4096, 4096);

        Assert.Contains("damaged", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignJournal_TakesNothingAway()
    {
        await FillAsync();
        await File.WriteAllBytesAsync(Store + "-journal", RandomNumberGenerator.GetBytes(8192));

        await using var runtime = await TestRuntime.StartAsync(dataPath: _folder);

        Assert.Single(((JsonArray)(await runtime.CallAsync("logs", "DescribeLogGroups"))["logGroups"]!));
    }

    [Fact]
    public async Task FolderInUse_IsRefused()
    {
        await using var runtime = await TestRuntime.StartAsync(dataPath: _folder);

        var error = await ErrorAsync();

        Assert.Contains($"'{_folder}' is in use by the runtime with process id {Environment.ProcessId}", error, StringComparison.Ordinal);
        await runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "still-there"));
    }

    [UnixFact]
    public async Task FileWhereTheFolderIsToBe_IsRefused()
    {
        await File.WriteAllTextAsync(Store, "");
        Assert.Contains($"The data folder '{Store}' can't be used", await ErrorAsync(Store), StringComparison.Ordinal);
    }

    /// <summary>A folder as a runtime leaves it that was stopped.</summary>
    private async Task FillAsync()
    {
        await using var runtime = await TestRuntime.StartAsync(dataPath: _folder);
        await FillAsync((operation, name) => runtime.CallAsync("logs", operation, ("logGroupName", name)));
    }

    /// <summary>A folder as a runtime leaves it that was killed: with a log.</summary>
    private async Task KillFilledAsync()
    {
        using var runtime = await RuntimeProcess.StartAsync(_folder);
        await FillAsync((operation, name) => runtime.CallAsync("logs", operation, ("logGroupName", name + "2")));
    }

    private static Task FillAsync(Func<string, string, Task> call) => call("CreateLogGroup", "group");

    private void Change(string sql, bool keepsLog = false)
    {
        var copy = Path.Combine(_folder, "copy");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store, Pooling = false }.ToString()))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
            if (keepsLog)
            {
                File.Copy(Store, copy); // as it is while it is open: closing it would carry the log over
                File.Copy(Store + "-wal", copy + "-wal");
            }
        }

        if (keepsLog)
        {
            File.Move(copy, Store, overwrite: true);
            File.Move(copy + "-wal", Store + "-wal", overwrite: true);
        }
    }

    private void Overwrite(int at, int count)
    {
        using var file = new FileStream(Store, FileMode.Open);
        Assert.True(file.Length >= at + count);
        file.Position = at;
        var garbage = new byte[count];
        new Random(20261124).NextBytes(garbage);
        file.Write(garbage);
    }

    /// <summary>Starts a runtime, which must refuse and leave everything as it was; what it says.</summary>
    private async Task<string> RefusedAsync()
    {
        var before = Hashes();
        var error = await ErrorAsync();
        Assert.Contains("It is left as it is:", error, StringComparison.Ordinal);
        Assert.Equal(before, Hashes());
        return error;
    }

    private async Task<string> ErrorAsync(string? folder = null)
    {
        var error = new List<string>();
        using var process = RuntimeProcess.Spawn(folder ?? _folder, 0, error.Add);
        if (await process.StandardOutput.ReadLineAsync() is { } listens)
        {
            process.Kill();
            Assert.Fail($"It started: {listens}");
        }

        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        return Assert.Single(error, line => line.Length > 0);
    }

    /// <summary>What is in the folder, save for the lock, what a runtime that was killed has announced, a key pair that was made, and SQLite's index of the log.</summary>
    private Dictionary<string, string> Hashes() => Directory.GetFiles(_folder)
        .Where(file => Path.GetFileName(file) is not ("runtime.lock" or "runtime.json" or "credentials") && !file.EndsWith("-shm", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));
}
