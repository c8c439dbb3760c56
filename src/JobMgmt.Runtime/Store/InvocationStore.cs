using JobMgmt.Runtime.Scheduler;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>What the targets of schedules are still owed.</summary>
internal static class InvocationStore
{
    public static void Add(StoreConnection store, Schedule schedule, DateTimeOffset scheduled, DateTimeOffset due) =>
        store.Execute(
            "INSERT INTO schedule_invocations (id, schedule, scheduled, due, target) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (schedule, scheduled) DO NOTHING",
            store.NextId("schedule_invocations"),
            schedule.Id,
            scheduled.ToUnixTimeMilliseconds(),
            due.ToUnixTimeMilliseconds(),
            schedule.Target.ToString());

    public static List<ScheduleInvocation> Due(StoreConnection store, DateTimeOffset now, int most) =>
        store.Query(
            "SELECT i.id, i.schedule, s.group_name, s.name, s.created, i.scheduled, i.attempts, i.target FROM schedule_invocations i JOIN schedules s ON s.id = i.schedule "
            + "WHERE i.due <= $1 ORDER BY i.due, i.id LIMIT $2",
            Invocation,
            now.ToUnixTimeMilliseconds(),
            most);

    public static bool HasAny(StoreConnection store, long schedule) =>
        store.QueryNumber("SELECT 1 FROM schedule_invocations WHERE schedule = $1 LIMIT 1", schedule) is not null;

    public static bool Remove(StoreConnection store, long id) => store.Execute("DELETE FROM schedule_invocations WHERE id = $1", id) == 1;

    /// <summary>Those that were not tried yet: a disabled schedule starts nothing.</summary>
    public static void RemoveUntried(StoreConnection store, long schedule) =>
        store.Execute("DELETE FROM schedule_invocations WHERE schedule = $1 AND attempts = 0", schedule);

    public static void Postpone(StoreConnection store, long id, DateTimeOffset due) =>
        store.Execute("UPDATE schedule_invocations SET attempts = attempts + 1, due = $2 WHERE id = $1", id, due.ToUnixTimeMilliseconds());

    private static ScheduleInvocation Invocation(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        row.Instant(4),
        row.Instant(5),
        row.GetInt64(6),
        (JsonObject)JsonValue.Parse(row.GetString(7)));
}
