namespace JobMgmt.Runtime.Store;

/// <summary>Where executions stood that ended without success, and the client tokens of their redrives.</summary>
internal static class RedriveStore
{
    public static void Save(StoreConnection connection, long execution, string checkpoint) =>
        connection.Execute("INSERT OR REPLACE INTO execution_redrives (execution, checkpoint) VALUES ($1, $2)", execution, checkpoint);

    public static string? Checkpoint(StoreConnection connection, long execution) =>
        connection.QueryFirst("SELECT checkpoint FROM execution_redrives WHERE execution = $1", row => row.GetString(0), execution);

    public static void Remove(StoreConnection connection, long execution) => connection.Execute("DELETE FROM execution_redrives WHERE execution = $1", execution);

    public static void AddToken(StoreConnection connection, long execution, string token, DateTimeOffset redriven) =>
        connection.Execute(
            "INSERT OR REPLACE INTO execution_redrive_tokens (execution, token, redriven) VALUES ($1, $2, $3)", execution, token, redriven.ToUnixTimeMilliseconds());

    /// <summary>When a token redrove an execution, if that was not before an instant.</summary>
    public static DateTimeOffset? FindToken(StoreConnection connection, long execution, string token, DateTimeOffset notBefore) =>
        connection.QueryNumber(
            "SELECT redriven FROM execution_redrive_tokens WHERE execution = $1 AND token = $2 AND redriven >= $3", execution, token, notBefore.ToUnixTimeMilliseconds())
            is { } redriven ? DateTimeOffset.FromUnixTimeMilliseconds(redriven) : null;
}
