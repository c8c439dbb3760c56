using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>A connection that prepares each statement once. Parameters are <c>$1</c>, <c>$2</c>… in order. Used by one thread at a time.</summary>
internal sealed class StoreConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private readonly List<Action> _afterCommit = [];
    private readonly Dictionary<string, long> _lastIds = new(StringComparer.Ordinal);

    private StoreConnection(SqliteConnection connection) => _connection = connection;

    public static StoreConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        var store = new StoreConnection(connection);
        store.Execute("PRAGMA synchronous = FULL");
        store.Execute("PRAGMA foreign_keys = ON");
        return store;
    }

    /// <summary>The number of the transaction that is open, or was last; for the writer, which counts them.</summary>
    public long Transaction { get; private set; }

    /// <summary>Begins a transaction that will write.</summary>
    public void BeginWrite()
    {
        Transaction++;
        Execute("BEGIN IMMEDIATE");
    }

    /// <summary>Runs a statement; the number of rows that it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> parameters) => Command(sql, parameters).ExecuteNonQuery();

    /// <summary>Runs a script of several statements, not kept prepared.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The rows until one is not wanted any more: that one and what follows it are not read.</summary>
    public List<T> QueryWhile<T>(string sql, Func<SqliteDataReader, T> row, Func<T, bool> isWanted, params ReadOnlySpan<object?> parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read() && row(reader) is var next && isWanted(next))
        {
            rows.Add(next);
        }

        return rows;
    }

    /// <summary>The first row, or default where there is none.</summary>
    public T? QueryFirst<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        return reader.Read() ? row(reader) : default;
    }

    /// <summary>The first column of the first row as a number, or null.</summary>
    public long? QueryNumber(string sql, params ReadOnlySpan<object?> parameters) => Command(sql, parameters).ExecuteScalar() as long?;

    /// <summary>
    /// A new key for a table whose rows come and go. SQLite itself gives the greatest key away again once its row is deleted; timers and messages in memory that still name
    /// the old row would then mean the new one.
    /// </summary>
    public long NextId(string table)
    {
        var last = _lastIds.TryGetValue(table, out var known) ? known : QueryNumber($"SELECT max(id) FROM {table}") ?? 0;
        return _lastIds[table] = last + 1;
    }

    /// <summary>Calls this once the transaction is on disk, on the writer's thread: wake somebody up, do no work. Not called when the change is undone.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    internal int AfterCommitCount => _afterCommit.Count;

    internal void ForgetAfterCommit(int from) => _afterCommit.RemoveRange(from, _afterCommit.Count - from);

    internal void RunAfterCommit()
    {
        foreach (var action in _afterCommit)
        {
            action();
        }

        _afterCommit.Clear();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= parameters.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i] ?? DBNull.Value;
        }

        return command;
    }
}
