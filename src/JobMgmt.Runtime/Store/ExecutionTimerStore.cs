namespace JobMgmt.Runtime.Store;

/// <summary>The timers of running executions.</summary>
internal static class ExecutionTimerStore
{
    public static void Add(StoreConnection connection, long execution, long timer, DateTimeOffset due) =>
        connection.Execute("INSERT INTO execution_timers (execution, timer, due) VALUES ($1, $2, $3)", execution, timer, due.ToUnixTimeMilliseconds());

    public static void Remove(StoreConnection connection, long execution, long timer) =>
        connection.Execute("DELETE FROM execution_timers WHERE execution = $1 AND timer = $2", execution, timer);

    public static List<(long Execution, long Timer, DateTimeOffset Due)> All(StoreConnection connection) =>
        connection.Query("SELECT execution, timer, due FROM execution_timers", row => (row.GetInt64(0), row.GetInt64(1), row.Instant(2)));
}
