using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Published versions of state machines.</summary>
internal static class VersionStore
{
    private const string Select = "SELECT state_machine_arn, version, revision, description, created FROM state_machine_versions WHERE state_machine_arn = $1";

    public static VersionRecord? Find(StoreConnection connection, string stateMachineArn, long version) =>
        connection.QueryFirst($"{Select} AND version = $2", Row, stateMachineArn, version);

    /// <summary>The version that a revision was published as; null where it was not, or that is deleted.</summary>
    public static VersionRecord? OfRevision(StoreConnection connection, string stateMachineArn, long revision) =>
        connection.QueryFirst($"{Select} AND revision = $2 ORDER BY version DESC LIMIT 1", Row, stateMachineArn, revision);

    /// <summary>A machine's versions before one, newest first.</summary>
    public static List<VersionRecord> List(StoreConnection connection, string stateMachineArn, long before, int count) =>
        connection.Query($"{Select} AND version < $2 ORDER BY version DESC LIMIT $3", Row, stateMachineArn, before, count);

    public static long Count(StoreConnection connection, string stateMachineArn) =>
        connection.QueryNumber("SELECT count(*) FROM state_machine_versions WHERE state_machine_arn = $1", stateMachineArn) ?? 0;

    /// <summary>Adds one under the machine's next number.</summary>
    public static VersionRecord Add(StoreConnection connection, string stateMachineArn, long revision, string? description, DateTimeOffset created)
    {
        var number = connection.QueryNumber("UPDATE state_machines SET last_version = last_version + 1 WHERE arn = $1 RETURNING last_version", stateMachineArn)!.Value;
        connection.Execute(
            "INSERT INTO state_machine_versions (state_machine_arn, version, revision, description, created) VALUES ($1, $2, $3, $4, $5)",
            stateMachineArn, number, revision, description, created.ToUnixTimeMilliseconds());
        return new VersionRecord(stateMachineArn, number, revision, description, created);
    }

    public static void Remove(StoreConnection connection, string stateMachineArn, long version) =>
        connection.Execute("DELETE FROM state_machine_versions WHERE state_machine_arn = $1 AND version = $2", stateMachineArn, version);

    public static void RemoveAll(StoreConnection connection, string stateMachineArn) =>
        connection.Execute("DELETE FROM state_machine_versions WHERE state_machine_arn = $1", stateMachineArn);

    private static VersionRecord Row(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.Text(3), row.Instant(4));
}
