using JobMgmt.Runtime.Scheduler;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Schedules, and when they are due.</summary>
internal static class ScheduleStore
{
    private const string Columns = "SELECT id, group_name, name, definition, created, modified, origin, due FROM schedules";

    public static Schedule? Find(StoreConnection store, long id) => store.QueryFirst($"{Columns} WHERE id = $1", Schedule, id);

    public static Schedule? Find(StoreConnection store, string group, string name) => store.QueryFirst($"{Columns} WHERE group_name = $1 AND name = $2", Schedule, group, name);

    /// <summary>By group and name, after the last one of the page before.</summary>
    public static List<Schedule> List(StoreConnection store, string? group, string? prefix, string? state, string? afterGroup, string? afterName, int most) =>
        store.Query(
            $"{Columns} WHERE ($1 IS NULL OR group_name = $1) AND ($2 IS NULL OR substr(name, 1, length($2)) = $2) AND ($3 IS NULL OR state = $3) "
            + "AND ($4 IS NULL OR (group_name, name) > ($4, $5)) ORDER BY group_name, name LIMIT $6",
            Schedule,
            group,
            prefix,
            state,
            afterGroup,
            afterName,
            most);

    public static void Add(StoreConnection store, Schedule schedule) =>
        store.Execute(
            "INSERT INTO schedules (id, group_name, name, definition, state, created, modified, origin, due) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            store.NextId("schedules"),
            schedule.Group,
            schedule.Name,
            schedule.Definition.ToString(),
            schedule.State,
            schedule.Created.ToUnixTimeMilliseconds(),
            schedule.Modified.ToUnixTimeMilliseconds(),
            schedule.Origin.ToUnixTimeMilliseconds(),
            schedule.Due?.ToUnixTimeMilliseconds());

    public static void Update(StoreConnection store, Schedule schedule) =>
        store.Execute(
            "UPDATE schedules SET definition = $2, state = $3, modified = $4, origin = $5, due = $6 WHERE id = $1",
            schedule.Id,
            schedule.Definition.ToString(),
            schedule.State,
            schedule.Modified.ToUnixTimeMilliseconds(),
            schedule.Origin.ToUnixTimeMilliseconds(),
            schedule.Due?.ToUnixTimeMilliseconds());

    public static void SetDue(StoreConnection store, long id, DateTimeOffset? due) => store.Execute("UPDATE schedules SET due = $2 WHERE id = $1", id, due?.ToUnixTimeMilliseconds());

    public static void Delete(StoreConnection store, long id) => store.Execute("DELETE FROM schedules WHERE id = $1", id);

    public static List<Schedule> Due(StoreConnection store, DateTimeOffset now, int most) =>
        store.Query($"{Columns} WHERE due <= $1 ORDER BY due, id LIMIT $2", Schedule, now.ToUnixTimeMilliseconds(), most);

    /// <summary>Whether a schedule or a rule is due.</summary>
    public static bool IsAnyDue(StoreConnection store, DateTimeOffset now) =>
        store.QueryNumber("SELECT 1 FROM schedules WHERE due <= $1 UNION ALL SELECT 1 FROM event_rule WHERE due <= $1 LIMIT 1", now.ToUnixTimeMilliseconds()) is not null;

    /// <summary>When the next schedule or rule is due, or the next invocation later than now: what is due already is on its way.</summary>
    public static DateTimeOffset? NextDue(StoreConnection store, DateTimeOffset now) =>
        store.QueryNumber(
            "SELECT min(due) FROM (SELECT min(due) AS due FROM schedules UNION ALL SELECT min(due) FROM event_rule "
            + "UNION ALL SELECT min(due) FROM schedule_invocations WHERE due > $1)",
            now.ToUnixTimeMilliseconds()) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    private static Schedule Schedule(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        (JsonObject)JsonValue.Parse(row.GetString(3)),
        row.Instant(4),
        row.Instant(5),
        row.Instant(6),
        row.InstantOrNull(7));
}
