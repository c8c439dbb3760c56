using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Roles and their inline policies. Names are found regardless of case.</summary>
internal static class RoleStore
{
    private const string Columns = "SELECT name, role_id, path, trust_policy, description, max_session_duration, created, tags FROM roles";

    public static RoleRecord? Find(StoreConnection store, string name) => store.QueryFirst($"{Columns} WHERE name = $1", Role, name);

    /// <summary>By name, those under a path, after the last one of the page before.</summary>
    public static List<RoleRecord> List(StoreConnection store, string pathPrefix, string after, int most) =>
        store.Query($"{Columns} WHERE substr(path, 1, length($1)) = $1 AND name > $2 ORDER BY name LIMIT $3", Role, pathPrefix, after, most);

    public static void Add(StoreConnection store, RoleRecord role) =>
        store.Execute(
            "INSERT INTO roles (name, role_id, path, trust_policy, description, max_session_duration, created, tags) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            role.Name,
            role.RoleId,
            role.Path,
            role.TrustPolicy,
            role.Description,
            role.MaxSessionDuration,
            role.Created.ToUnixTimeMilliseconds(),
            role.Tags.ToString());

    public static void Update(StoreConnection store, RoleRecord role) =>
        store.Execute(
            "UPDATE roles SET trust_policy = $2, description = $3, max_session_duration = $4, tags = $5 WHERE name = $1",
            role.Name,
            role.TrustPolicy,
            role.Description,
            role.MaxSessionDuration,
            role.Tags.ToString());

    public static void Delete(StoreConnection store, string name) => store.Execute("DELETE FROM roles WHERE name = $1", name);

    public static List<string> Policies(StoreConnection store, string role) =>
        store.Query("SELECT name FROM role_policies WHERE role = $1 ORDER BY name", row => row.GetString(0), role);

    public static string? FindPolicy(StoreConnection store, string role, string name) =>
        store.QueryFirst("SELECT document FROM role_policies WHERE role = $1 AND name = $2", row => row.GetString(0), role, name);

    public static void PutPolicy(StoreConnection store, string role, string name, string document) =>
        store.Execute(
            "INSERT INTO role_policies (role, name, document) VALUES ($1, $2, $3) ON CONFLICT (role, name) DO UPDATE SET document = excluded.document", role, name, document);

    public static int DeletePolicy(StoreConnection store, string role, string name) =>
        store.Execute("DELETE FROM role_policies WHERE role = $1 AND name = $2", role, name);

    private static RoleRecord Role(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4), row.GetInt64(5), row.Instant(6), (JsonArray)JsonValue.Parse(row.GetString(7)));
}
