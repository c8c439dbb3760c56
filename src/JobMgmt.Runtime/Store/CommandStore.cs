using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Commands and their invocations.</summary>
internal static class CommandStore
{
    private const string Columns =
        "SELECT c.id, c.command_id, c.document_name, c.request, c.requested, c.deliver_until, c.expires, c.max_concurrency, c.max_errors, c.status, c.status_details FROM commands c";

    private const string InvocationColumns =
        "SELECT i.id, i.command, i.instance_id, i.instance_name, i.status, i.status_details, i.response_code, i.started, i.ended, i.stdout, i.stderr, i.stdout_logged, i.stderr_logged FROM command_invocations i";

    /// <summary>Adds a command; its number.</summary>
    public static long Add(StoreConnection store, CommandRecord command)
    {
        store.Execute(
            "INSERT INTO commands (command_id, document_name, request, requested, deliver_until, expires, max_concurrency, max_errors, status, status_details) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            command.CommandId,
            command.DocumentName,
            command.Request.ToString(),
            command.Requested.ToUnixTimeMilliseconds(),
            command.DeliverUntil.ToUnixTimeMilliseconds(),
            command.Expires.ToUnixTimeMilliseconds(),
            command.MaxConcurrency,
            command.MaxErrors,
            command.Status,
            command.StatusDetails);
        return store.QueryNumber("SELECT last_insert_rowid()")!.Value;
    }

    public static void AddInvocation(StoreConnection store, long command, string instanceId, string instanceName) =>
        store.Execute(
            "INSERT INTO command_invocations (command, instance_id, instance_name, status, status_details) VALUES ($1, $2, $3, 'Pending', 'Pending')",
            command,
            instanceId,
            instanceName);

    public static CommandRecord? Find(StoreConnection store, string commandId) => store.QueryFirst($"{Columns} WHERE c.command_id = $1", Command, commandId);

    public static CommandRecord? Find(StoreConnection store, long id) => store.QueryFirst($"{Columns} WHERE c.id = $1", Command, id);

    /// <summary>Newest first, before the last one of the page before; only those on an instance where one is given.</summary>
    public static List<CommandRecord> List(StoreConnection store, string? instanceId, long before, int most) =>
        store.Query(
            $"{Columns} WHERE c.id < $1 AND ($2 IS NULL OR EXISTS (SELECT 1 FROM command_invocations i WHERE i.command = c.id AND i.instance_id = $2)) ORDER BY c.id DESC LIMIT $3",
            Command,
            before,
            instanceId,
            most);

    /// <summary>The commands with an invocation that has not ended.</summary>
    public static List<long> Open(StoreConnection store) =>
        store.Query("SELECT DISTINCT command FROM command_invocations WHERE ended IS NULL ORDER BY command", row => row.GetInt64(0));

    public static List<CommandInvocationRecord> Invocations(StoreConnection store, long command) =>
        store.Query($"{InvocationColumns} WHERE i.command = $1 ORDER BY i.id", Invocation, command);

    public static CommandInvocationRecord? FindInvocation(StoreConnection store, long id) => store.QueryFirst($"{InvocationColumns} WHERE i.id = $1", Invocation, id);

    /// <summary>Newest first, before the last one of the page before.</summary>
    public static List<CommandInvocationRecord> ListInvocations(StoreConnection store, long? command, string? instanceId, long before, int most) =>
        store.Query(
            $"{InvocationColumns} WHERE i.id < $1 AND ($2 IS NULL OR i.command = $2) AND ($3 IS NULL OR i.instance_id = $3) ORDER BY i.id DESC LIMIT $4",
            Invocation,
            before,
            command,
            instanceId,
            most);

    public static void SetStatus(StoreConnection store, long id, string status, string details) =>
        store.Execute("UPDATE commands SET status = $2, status_details = $3 WHERE id = $1", id, status, details);

    public static void SetInvocationStatus(StoreConnection store, long id, string status) =>
        store.Execute("UPDATE command_invocations SET status = $2, status_details = $2 WHERE id = $1", id, status);

    public static void SetStarted(StoreConnection store, long id, DateTimeOffset now) =>
        store.Execute("UPDATE command_invocations SET status = 'InProgress', status_details = 'InProgress', started = $2 WHERE id = $1", id, now.ToUnixTimeMilliseconds());

    public static void SetLogged(StoreConnection store, long id, long stdout, long stderr) =>
        store.Execute("UPDATE command_invocations SET stdout_logged = $2, stderr_logged = $3 WHERE id = $1", id, stdout, stderr);

    public static void SetEnded(StoreConnection store, CommandInvocationRecord invocation) =>
        store.Execute(
            "UPDATE command_invocations SET status = $2, status_details = $3, response_code = $4, ended = $5, stdout = $6, stderr = $7 WHERE id = $1",
            invocation.Id,
            invocation.Status,
            invocation.StatusDetails,
            invocation.ResponseCode,
            invocation.Ended!.Value.ToUnixTimeMilliseconds(),
            invocation.Stdout,
            invocation.Stderr);

    /// <summary>Forgets the commands that have ended and were sent before then.</summary>
    public static void DeleteBefore(StoreConnection store, DateTimeOffset then) =>
        store.Execute(
            "DELETE FROM commands WHERE requested < $1 AND NOT EXISTS (SELECT 1 FROM command_invocations i WHERE i.command = commands.id AND i.ended IS NULL)",
            then.ToUnixTimeMilliseconds());

    private static CommandRecord Command(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        (JsonObject)JsonValue.Parse(row.GetString(3)),
        row.Instant(4),
        row.Instant(5),
        row.Instant(6),
        row.GetInt64(7),
        row.GetInt64(8),
        row.GetString(9),
        row.GetString(10));

    private static CommandInvocationRecord Invocation(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetInt64(6),
        row.InstantOrNull(7),
        row.InstantOrNull(8),
        row.GetString(9),
        row.GetString(10),
        row.GetInt64(11),
        row.GetInt64(12));
}
