using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>
/// The SQLite store: one writer, many readers (WAL). Changes that arrive while the writer is busy share the next transaction, so a commit's cost is shared under load;
/// each is undone alone when it fails. Nothing is answered before its commit is on disk.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int MostInOneTransaction = 512;
    private readonly string _connectionString;
    private readonly BlockingCollection<PendingWrite> _pending = [];
    private readonly ConcurrentBag<StoreConnection> _readers = [];
    private readonly StoreConnection _writer;
    private readonly Thread _thread;

    private Database(string connectionString, StoreConnection writer)
    {
        _connectionString = connectionString;
        _writer = writer;
        _thread = new Thread(Write) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>Opens the file, migrated to the newest schema; made where it is not there.</summary>
    /// <exception cref="Hosting.RuntimeStartException">The file is damaged, or newer than this runtime.</exception>
    public static Database Open(string path)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var writer = Connect(connectionString, path);
        return new Database(connectionString, writer);
    }

    /// <summary>Runs a change in a transaction; completes when it is on disk. What it throws is thrown here and nothing of it stays.</summary>
    public Task<T> WriteAsync<T>(Func<StoreConnection, T> change)
    {
        var write = new PendingWrite<T>(change);
        _pending.Add(write);
        return write.Completion;
    }

    /// <summary>As the other, for a change without a result.</summary>
    public Task WriteAsync(Action<StoreConnection> change) =>
        WriteAsync(connection =>
        {
            change(connection);
            return true;
        });

    /// <summary>Reads what is committed, as of one moment.</summary>
    public T Read<T>(Func<StoreConnection, T> query)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = StoreConnection.Open(_connectionString);
        }

        try
        {
            reader.Execute("BEGIN");
            try
            {
                return query(reader);
            }
            finally
            {
                reader.Execute("ROLLBACK");
            }
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <summary>Closes the readers, with the pages that they hold; the next reads open new ones.</summary>
    public void Trim()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pending.CompleteAdding();
        await Task.Run(_thread.Join);
        Trim();
        _writer.Dispose();
        _pending.Dispose();
    }

    private static StoreConnection Connect(string connectionString, string path)
    {
        try
        {
            StoreFile.Check(path);
            MakePrivate(path);
            var connection = StoreConnection.Open(connectionString);
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA wal_autocheckpoint = 4000"); // pages: one commit in some 500 waits for the log to be carried over, not one in 125
            Schema.Migrate(connection);
            return connection;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new Hosting.RuntimeStartException($"The store '{path}' can't be opened: {error.Message}. It is left as it is.", error);
        }
    }

    /// <summary>Makes the file where it is not there, for the owner alone: it holds task tokens and what jobs write. SQLite gives its other files the same rights.</summary>
    private static void MakePrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            new FileStream(path, options).Dispose();
        }
    }

    private void Write()
    {
        var batch = new List<PendingWrite>();
        foreach (var first in _pending.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MostInOneTransaction && _pending.TryTake(out var next))
            {
                batch.Add(next);
            }

            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        try
        {
            _writer.BeginWrite();
            if (batch is [var only])
            {
                RunAlone(only);
            }
            else
            {
                batch.ForEach(RunBesideOthers);
            }

            _writer.Execute("COMMIT");
        }
        catch (SqliteException error)
        {
            foreach (var write in batch)
            {
                write.Fail(error);
            }

            _writer.ForgetAfterCommit(0);
            RollBack();
        }

        _writer.RunAfterCommit();
        foreach (var write in batch)
        {
            write.Complete();
        }
    }

    /// <summary>A change that fails leaves an empty transaction to commit.</summary>
    private void RunAlone(PendingWrite write)
    {
        if (!write.Run(_writer))
        {
            _writer.Execute("ROLLBACK");
            _writer.ForgetAfterCommit(0);
            _writer.Execute("BEGIN");
        }
    }

    private void RunBesideOthers(PendingWrite write)
    {
        _writer.Execute("SAVEPOINT change");
        var actions = _writer.AfterCommitCount;
        if (!write.Run(_writer))
        {
            _writer.Execute("ROLLBACK TO change");
            _writer.ForgetAfterCommit(actions);
        }

        _writer.Execute("RELEASE change");
    }

    private void RollBack()
    {
        try
        {
            _writer.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back already: on a full disk it does so itself
        }
    }

    private abstract class PendingWrite
    {
        public abstract bool Run(StoreConnection connection);

        public abstract void Fail(Exception error);

        public abstract void Complete();
    }

    private sealed class PendingWrite<T>(Func<StoreConnection, T> change) : PendingWrite
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private Exception? _error;

        public Task<T> Completion => _completion.Task;

        public override bool Run(StoreConnection connection)
        {
            try
            {
                _result = change(connection);
                return true;
            }
            catch (SqliteException error) when (StoreUnavailableException.IsMeantBy(error))
            {
                Fail(error);
                return false;
            }
            catch (Exception error)
            {
                _error = error;
                return false;
            }
        }

        public override void Fail(Exception error) => _error ??= ExceptionDispatchInfo.SetCurrentStackTrace(new StoreUnavailableException(error));

        public override void Complete()
        {
            if (_error is null)
            {
                _completion.SetResult(_result);
            }
            else
            {
                _completion.SetException(_error);
            }
        }
    }
}
