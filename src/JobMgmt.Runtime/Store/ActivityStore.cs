using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Activities, and the tasks that wait for their workers.</summary>
internal static class ActivityStore
{
    public static ActivityRecord? Find(StoreConnection connection, string arn) =>
        connection.QueryFirst("SELECT arn, name, created FROM activities WHERE arn = $1", Row, arn);

    /// <summary>The activities after a name, by name.</summary>
    public static List<ActivityRecord> List(StoreConnection connection, string? afterName, int count) =>
        connection.Query("SELECT arn, name, created FROM activities WHERE name > $1 ORDER BY name LIMIT $2", Row, afterName ?? "", count);

    public static void Add(StoreConnection connection, ActivityRecord activity) =>
        connection.Execute("INSERT INTO activities (arn, name, created) VALUES ($1, $2, $3)", activity.Arn, activity.Name, activity.Created.ToUnixTimeMilliseconds());

    /// <summary>Takes the activity and its tags away; tasks that wait for it go on waiting, until they time out.</summary>
    public static void Remove(StoreConnection connection, string arn)
    {
        connection.Execute("DELETE FROM activities WHERE arn = $1", arn);
        TagStore.RemoveAll(connection, arn);
    }

    public static void Enqueue(StoreConnection connection, string activity, long execution, long task) =>
        connection.Execute("INSERT INTO activity_tasks (activity, execution, task) VALUES ($1, $2, $3)", activity, execution, task);

    public static bool AnyWaiting(StoreConnection connection, string activity) =>
        connection.QueryNumber("SELECT 1 FROM activity_tasks WHERE activity = $1 LIMIT 1", activity) is not null;

    /// <summary>The task that has waited longest; it waits no more. Null where none does.</summary>
    public static ExecutionTaskRecord? Dequeue(StoreConnection connection, string activity)
    {
        const string first = "DELETE FROM activity_tasks WHERE id = (SELECT min(id) FROM activity_tasks WHERE activity = $1) RETURNING execution, task";
        while (connection.QueryFirst<(long Execution, long Task)?>(first, row => (row.GetInt64(0), row.GetInt64(1)), activity) is var (execution, task))
        {
            if (ExecutionTaskStore.Find(connection, execution, task) is { State: "pending" } waiting)
            {
                return waiting;
            }
        }

        return null;
    }

    /// <summary>The task does not wait for a worker any more.</summary>
    public static void Forget(StoreConnection connection, long execution, long task) =>
        connection.Execute("DELETE FROM activity_tasks WHERE execution = $1 AND task = $2", execution, task);

    private static ActivityRecord Row(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.Instant(2));
}
