namespace JobMgmt.Runtime.Store;

/// <summary>The children of Map Runs. An EXPRESS one leaves no execution: what it was is kept here.</summary>
internal static class MapRunChildStore
{
    /// <summary>Stages children, all of which wait for their start.</summary>
    public static void Stage(StoreConnection connection, long run, IReadOnlyList<MapRunChildRecord> children)
    {
        foreach (var child in children)
        {
            connection.Execute(
                "INSERT INTO map_run_children (map_run, idx, items, status, input) VALUES ($1, $2, $3, 'PENDING', $4)", run, child.Index, child.Items, child.Input);
        }

        Add(connection, run, "PENDING", children.Count, children.Sum(child => child.Items));
    }

    /// <summary>Takes back what was staged: the reading begins anew.</summary>
    public static void Unstage(StoreConnection connection, long run)
    {
        connection.Execute("DELETE FROM map_run_children WHERE map_run = $1", run);
        connection.Execute("DELETE FROM map_run_counts WHERE map_run = $1", run);
    }

    /// <summary>The first after one that wait for their start.</summary>
    public static List<MapRunChildRecord> Pending(StoreConnection connection, long run, long after, int count) =>
        connection.Query(
            "SELECT idx, items, input, execution FROM map_run_children WHERE map_run = $1 AND idx > $2 AND status IN ('PENDING', 'PENDING_REDRIVE') ORDER BY idx LIMIT $3",
            row => new MapRunChildRecord(row.GetInt64(0), row.GetInt64(1), row.Text(2) ?? "", row.Number(3)), run, after, count);

    /// <summary>What did not succeed waits again: executions go on, EXPRESS ones begin anew.</summary>
    public static void Redrive(StoreConnection connection, long run)
    {
        connection.Execute(
            "UPDATE map_run_children SET status = 'PENDING_REDRIVE', input = CASE WHEN ended IS NULL THEN input ELSE json_extract(ended, '$.input') END, ended = NULL "
                + "WHERE map_run = $1 AND status IN ('FAILED', 'TIMED_OUT', 'ABORTED')",
            run);
        connection.Execute("DELETE FROM map_run_counts WHERE map_run = $1", run);
        connection.Execute(
            "INSERT INTO map_run_counts (map_run, status, executions, items) SELECT $1, status, count(*), sum(items) FROM map_run_children WHERE map_run = $1 GROUP BY status", run);
    }

    /// <summary>It has started as an execution, which has the input from now on.</summary>
    public static void Start(StoreConnection connection, ExecutionRecord child)
    {
        var before = Find(connection, child);
        connection.Execute(
            "UPDATE map_run_children SET status = 'RUNNING', execution = $3, input = NULL WHERE map_run = $1 AND idx = $2", child.MapRun, child.MapIndex, child.Id);
        Move(connection, child.MapRun!.Value, before, "RUNNING");
    }

    /// <summary>It has ended.</summary>
    public static void End(StoreConnection connection, ExecutionRecord ended)
    {
        var before = Find(connection, ended);
        connection.Execute(
            "UPDATE map_run_children SET status = $3, execution = $4, ended = $5, input = NULL WHERE map_run = $1 AND idx = $2",
            ended.MapRun, ended.MapIndex, ended.Status, ended.IsExpress ? null : ended.Id, ended.IsExpress ? MapRunChildText.Of(ended) : null);
        Move(connection, ended.MapRun!.Value, before, ended.Status);
    }

    /// <summary>The executions of those that run, after one.</summary>
    public static List<(long Index, long Execution)> Running(StoreConnection connection, long run, long after, int count) =>
        connection.Query(
            "SELECT idx, execution FROM map_run_children WHERE map_run = $1 AND status = 'RUNNING' AND idx > $2 ORDER BY idx LIMIT $3",
            row => (row.GetInt64(0), row.GetInt64(1)), run, after, count);

    /// <summary>The children after one, in order, as executions: one that never started has its input alone.</summary>
    public static List<(long Index, ExecutionRecord Execution)> List(StoreConnection connection, long run, long after, int count) =>
        connection.Query(
            $"SELECT c.idx, c.status, c.input, c.ended, {ExecutionStore.ColumnsOf("e")} FROM map_run_children c LEFT JOIN executions e ON e.id = c.execution "
                + "WHERE c.map_run = $1 AND c.idx > $2 ORDER BY c.idx LIMIT $3",
            row => (row.GetInt64(0), row.IsDBNull(4) ? MapRunChildText.Read(row.Text(3), row.GetString(1), row.Text(2)) : ExecutionStore.Row(row, 4)),
            run, after, count);

    /// <summary>The children and the items in each status.</summary>
    public static (MapRunCounts Executions, MapRunCounts Items) Count(StoreConnection connection, long run)
    {
        var (executions, items) = (MapRunCounts.None, MapRunCounts.None);
        foreach (var (status, count, inThem) in connection.Query(
            "SELECT status, executions, items FROM map_run_counts WHERE map_run = $1", row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2)), run))
        {
            executions = executions.Plus(status, count);
            items = items.Plus(status, inThem);
        }

        return (executions, items);
    }

    /// <summary>Takes what EXPRESS children were from so many rows of a Map Run that succeeded; false when there are no more.</summary>
    public static bool Tidy(StoreConnection connection, long run, int count) =>
        connection.Execute(
            "UPDATE map_run_children SET ended = NULL WHERE map_run = $1 AND idx IN (SELECT idx FROM map_run_children WHERE map_run = $1 AND ended IS NOT NULL LIMIT $2)",
            run, count) == count;

    private static (string Status, long Items) Find(StoreConnection connection, ExecutionRecord child) =>
        connection.QueryFirst(
            "SELECT status, items FROM map_run_children WHERE map_run = $1 AND idx = $2", row => (row.GetString(0), row.GetInt64(1)), child.MapRun, child.MapIndex);

    private static void Move(StoreConnection connection, long run, (string Status, long Items) before, string status)
    {
        Add(connection, run, before.Status, -1, -before.Items);
        Add(connection, run, status, 1, before.Items);
    }

    private static void Add(StoreConnection connection, long run, string status, long executions, long items) =>
        connection.Execute(
            "INSERT INTO map_run_counts (map_run, status, executions, items) VALUES ($1, $2, $3, $4) ON CONFLICT (map_run, status) "
                + "DO UPDATE SET executions = executions + excluded.executions, items = items + excluded.items",
            run, status, executions, items);
}
