using JobMgmt.Runtime.Logs;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Log groups, streams and events.</summary>
internal static class LogStore
{
    private const string GroupColumns = "SELECT g.id, g.name, g.created, g.retention_days, g.tags FROM log_group g";
    private const string StreamColumns = "SELECT s.id, s.name, s.created, s.first_event, s.last_event, s.last_ingestion FROM log_stream s";
    private const string EventColumns =
        "SELECT e.id, s.name, e.timestamp, e.ingestion, e.message FROM log_event e JOIN log_stream s ON s.id = e.stream_id";

    public static LogGroupRow? FindGroup(StoreConnection store, string name) => store.QueryFirst($"{GroupColumns} WHERE g.name = $1", Group, name);

    public static LogStreamRow? FindStream(StoreConnection store, long group, string name) =>
        store.QueryFirst($"{StreamColumns} WHERE s.group_id = $1 AND s.name = $2", Stream, group, name);

    /// <summary>Groups by name, after the last one of the page before.</summary>
    public static List<LogGroupRow> Groups(StoreConnection store, string? prefix, string? part, string? after, int most) =>
        store.Query(
            $"{GroupColumns} WHERE ($1 IS NULL OR substr(g.name, 1, length($1)) = $1) AND ($2 IS NULL OR instr(lower(g.name), lower($2)) > 0) AND ($3 IS NULL OR g.name > $3) ORDER BY g.name LIMIT $4",
            Group,
            prefix,
            part,
            after,
            most);

    /// <summary>Streams by name, or by their last event.</summary>
    public static List<LogStreamRow> Streams(StoreConnection store, long group, string? prefix, bool byLastEvent, bool descending, int skip, int most) =>
        store.Query(
            $"{StreamColumns} WHERE s.group_id = $1 AND ($2 IS NULL OR substr(s.name, 1, length($2)) = $2) ORDER BY {(byLastEvent ? "coalesce(s.last_event, 0)" : "s.name")} {(descending ? "DESC" : "ASC")}, s.name LIMIT $3 OFFSET $4",
            Stream,
            group,
            prefix,
            most,
            skip);

    public static long AddGroup(StoreConnection store, string name, DateTimeOffset now, string tags)
    {
        store.Execute("INSERT INTO log_group (name, created, tags) VALUES ($1, $2, $3)", name, now.ToUnixTimeMilliseconds(), tags);
        return store.QueryNumber("SELECT last_insert_rowid()")!.Value;
    }

    public static long AddStream(StoreConnection store, long group, string name, DateTimeOffset now)
    {
        store.Execute("INSERT INTO log_stream (group_id, name, created) VALUES ($1, $2, $3)", group, name, now.ToUnixTimeMilliseconds());
        return store.QueryNumber("SELECT last_insert_rowid()")!.Value;
    }

    public static void DeleteGroup(StoreConnection store, long group) => store.Execute("DELETE FROM log_group WHERE id = $1", group);

    public static void DeleteStream(StoreConnection store, long stream) => store.Execute("DELETE FROM log_stream WHERE id = $1", stream);

    public static void SetRetention(StoreConnection store, long group, long? days) => store.Execute("UPDATE log_group SET retention_days = $2 WHERE id = $1", group, days);

    public static void SetTags(StoreConnection store, long group, string tags) => store.Execute("UPDATE log_group SET tags = $2 WHERE id = $1", group, tags);

    /// <summary>Appends events; the stream's first and last times go along.</summary>
    public static void Append(StoreConnection store, long stream, IReadOnlyList<LogEvent> events, DateTimeOffset now)
    {
        if (events.Count == 0)
        {
            return;
        }

        var ingestion = now.ToUnixTimeMilliseconds();
        foreach (var entry in events)
        {
            store.Execute(
                "INSERT INTO log_event (stream_id, timestamp, ingestion, message) VALUES ($1, $2, $3, $4)",
                stream,
                entry.Timestamp.ToUnixTimeMilliseconds(),
                ingestion,
                entry.Message);
        }

        store.Execute(
            "UPDATE log_stream SET first_event = min(coalesce(first_event, $2), $2), last_event = max(coalesce(last_event, $3), $3), last_ingestion = $4 WHERE id = $1",
            stream,
            events.Min(entry => entry.Timestamp).ToUnixTimeMilliseconds(),
            events.Max(entry => entry.Timestamp).ToUnixTimeMilliseconds(),
            ingestion);
    }

    /// <summary>A stream's events after a place, oldest first; or before a place, newest first; until one is not wanted.</summary>
    public static List<LogEventRow> Events(StoreConnection store, long stream, LogRange range, LogPlace place, bool forward, Func<LogEventRow, bool> isWanted) =>
        store.QueryWhile(
            $"{EventColumns} WHERE e.stream_id = $1 AND e.timestamp >= $2 AND e.timestamp < $3 AND (e.timestamp, e.id) {(forward ? ">" : "<")} ($4, $5) "
            + $"ORDER BY e.timestamp {(forward ? "ASC, e.id ASC" : "DESC, e.id DESC")}",
            Event,
            isWanted,
            stream,
            range.Start,
            range.End,
            place.Timestamp,
            place.Id);

    /// <summary>A group's events across its streams, oldest first, until one is not wanted.</summary>
    public static List<LogEventRow> GroupEvents(
        StoreConnection store, long group, IReadOnlyList<string> streams, string? prefix, LogRange range, LogPlace after, Func<LogEventRow, bool> isWanted)
    {
        var names = streams.Count == 0 ? null : new StatesLanguage.Json.JsonArray(streams.Select(name => (StatesLanguage.Json.JsonValue)name)).ToString();
        return store.QueryWhile(
            $"{EventColumns} WHERE s.group_id = $1 AND ($2 IS NULL OR s.name IN (SELECT value FROM json_each($2))) AND ($3 IS NULL OR substr(s.name, 1, length($3)) = $3) "
            + "AND e.timestamp >= $4 AND e.timestamp < $5 AND (e.timestamp, e.id) > ($6, $7) ORDER BY e.timestamp, e.id",
            Event,
            isWanted,
            group,
            names,
            prefix,
            range.Start,
            range.End,
            after.Timestamp,
            after.Id);
    }

    /// <summary>Deletes events that are past their group's retention.</summary>
    public static int DeleteExpired(StoreConnection store, DateTimeOffset now) =>
        store.Execute(
            "DELETE FROM log_event WHERE id IN (SELECT e.id FROM log_group g JOIN log_stream s ON s.group_id = g.id JOIN log_event e ON e.stream_id = s.id "
            + "WHERE g.retention_days IS NOT NULL AND e.timestamp < $1 - g.retention_days * 86400000)",
            now.ToUnixTimeMilliseconds());

    public static void SetPolicy(StoreConnection store, string name, string document, DateTimeOffset now) =>
        store.Execute(
            "INSERT INTO log_resource_policy (name, document, updated) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET document = $2, updated = $3",
            name,
            document,
            now.ToUnixTimeMilliseconds());

    public static bool DeletePolicy(StoreConnection store, string name) => store.Execute("DELETE FROM log_resource_policy WHERE name = $1", name) == 1;

    public static List<(string Name, string Document, long Updated)> Policies(StoreConnection store) =>
        store.Query("SELECT name, document, updated FROM log_resource_policy ORDER BY name", row => (row.GetString(0), row.GetString(1), row.GetInt64(2)));

    private static LogGroupRow Group(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.Number(3), row.GetString(4));

    private static LogStreamRow Stream(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.Number(3), row.Number(4), row.Number(5));

    private static LogEventRow Event(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4));
}
