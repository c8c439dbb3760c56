using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>State machines and their revisions.</summary>
internal static class StateMachineStore
{
    private const string RevisionColumns = "r.id, r.revision_id, r.definition, r.role_arn, r.logging, r.tracing, r.updated";
    private const string Select = $"SELECT m.arn, m.name, m.type, m.status, m.created, {RevisionColumns} FROM state_machines m JOIN state_machine_revisions r ON r.id = m.revision";

    public static StateMachineRecord? Find(StoreConnection connection, string arn) => connection.QueryFirst($"{Select} WHERE m.arn = $1", Machine, arn);

    /// <summary>The machines after a name, by name.</summary>
    public static List<StateMachineRecord> List(StoreConnection connection, string? afterName, int count) =>
        connection.Query($"{Select} WHERE m.name > $1 ORDER BY m.name LIMIT $2", Machine, afterName ?? "", count);

    /// <summary>The ARNs of those that wait for their executions to end.</summary>
    public static List<string> Deleting(StoreConnection connection) =>
        connection.Query("SELECT arn FROM state_machines WHERE status = 'DELETING'", row => row.GetString(0));

    public static StateMachineRevision? FindRevision(StoreConnection connection, long key) =>
        connection.QueryFirst($"SELECT {RevisionColumns} FROM state_machine_revisions r WHERE r.id = $1", row => Revision(row, 0), key);

    /// <summary>The key of what the children of a Map state run: a revision of its own, with another's role and logging, made once.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="parent">The revision that has the state.</param>
    /// <param name="location">Where in it the state is.</param>
    /// <param name="definition">Makes the children's definition of that of the parent.</param>
    public static long RevisionOfMap(StoreConnection connection, long parent, string location, Func<string, string> definition)
    {
        if (connection.QueryNumber("SELECT id FROM state_machine_revisions WHERE parent = $1 AND location = $2", parent, location) is { } known)
        {
            return known;
        }

        var revision = FindRevision(connection, parent)!;
        var key = AddRevision(connection, revision with { Definition = definition(revision.Definition) });
        connection.Execute("UPDATE state_machine_revisions SET parent = $2, location = $3 WHERE id = $1", key, parent, location);
        return key;
    }

    /// <summary>Adds a machine with its first revision, whose <see cref="StateMachineRevision.Key"/> does not count.</summary>
    public static void Add(StoreConnection connection, StateMachineRecord machine) =>
        connection.Execute(
            "INSERT INTO state_machines (arn, name, type, status, created, revision) VALUES ($1, $2, $3, $4, $5, $6)",
            machine.Arn, machine.Name, machine.Type, machine.Status, machine.Created.ToUnixTimeMilliseconds(), AddRevision(connection, machine.Revision));

    /// <summary>Makes a new revision the current one.</summary>
    public static void Revise(StoreConnection connection, string arn, StateMachineRevision revision) =>
        connection.Execute("UPDATE state_machines SET revision = $2 WHERE arn = $1", arn, AddRevision(connection, revision));

    public static void SetStatus(StoreConnection connection, string arn, string status) =>
        connection.Execute("UPDATE state_machines SET status = $2 WHERE arn = $1", arn, status);

    /// <summary>Takes the machine with its versions, aliases and tags away; its executions and the revisions that they ran stay readable.</summary>
    public static void Remove(StoreConnection connection, string arn)
    {
        connection.Execute("DELETE FROM state_machines WHERE arn = $1", arn);
        VersionStore.RemoveAll(connection, arn);
        AliasStore.RemoveAll(connection, arn);
        TagStore.RemoveAll(connection, arn);
    }

    private static long AddRevision(StoreConnection connection, StateMachineRevision revision) =>
        connection.QueryNumber(
            "INSERT INTO state_machine_revisions (revision_id, definition, role_arn, logging, tracing, updated) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
            revision.RevisionId, revision.Definition, revision.RoleArn, revision.Logging.ToString(), revision.Tracing.ToString(),
            revision.Updated.ToUnixTimeMilliseconds())!.Value;

    private static StateMachineRecord Machine(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Instant(4), Revision(row, 5));

    private static StateMachineRevision Revision(SqliteDataReader row, int first) =>
        new(row.GetInt64(first), row.Text(first + 1), row.GetString(first + 2), row.GetString(first + 3), (JsonObject)JsonValue.Parse(row.GetString(first + 4)),
            (JsonObject)JsonValue.Parse(row.GetString(first + 5)), row.Instant(first + 6));
}
