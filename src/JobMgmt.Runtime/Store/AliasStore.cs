using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Aliases of state machines.</summary>
internal static class AliasStore
{
    private const string Select = "SELECT state_machine_arn, name, description, routing, created, updated FROM state_machine_aliases WHERE state_machine_arn = $1";
    private const string OfVersion = "EXISTS (SELECT 1 FROM json_each(routing) WHERE json_extract(value, '$.version') = $3)";

    public static AliasRecord? Find(StoreConnection connection, string stateMachineArn, string name) =>
        connection.QueryFirst($"{Select} AND name = $2", Row, stateMachineArn, name);

    /// <summary>A machine's aliases after a name, by name; those of one version where it is given.</summary>
    public static List<AliasRecord> List(StoreConnection connection, string stateMachineArn, string? afterName, long? version, int count) =>
        connection.Query($"{Select} AND name > $2 AND ($3 IS NULL OR {OfVersion}) ORDER BY name LIMIT $4", Row, stateMachineArn, afterName ?? "", version, count);

    /// <summary>Adds one, or puts it in the place of the one with its name.</summary>
    public static void Save(StoreConnection connection, AliasRecord alias) =>
        connection.Execute(
            "INSERT OR REPLACE INTO state_machine_aliases (state_machine_arn, name, description, routing, created, updated) VALUES ($1, $2, $3, $4, $5, $6)",
            alias.StateMachineArn, alias.Name, alias.Description,
            new JsonArray(alias.Routes.Select(route => (JsonValue)JsonObject.Of(("version", route.Version), ("weight", route.Weight)))).ToString(),
            alias.Created.ToUnixTimeMilliseconds(), alias.Updated.ToUnixTimeMilliseconds());

    public static bool Remove(StoreConnection connection, string stateMachineArn, string name) =>
        connection.Execute("DELETE FROM state_machine_aliases WHERE state_machine_arn = $1 AND name = $2", stateMachineArn, name) > 0;

    public static void RemoveAll(StoreConnection connection, string stateMachineArn) =>
        connection.Execute("DELETE FROM state_machine_aliases WHERE state_machine_arn = $1", stateMachineArn);

    private static AliasRecord Row(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.Text(2), [.. ((JsonArray)JsonValue.Parse(row.GetString(3))).Cast<JsonObject>().Select(Route)], row.Instant(4), row.Instant(5));

    private static AliasRoute Route(JsonObject route) =>
        ((JsonNumber)route["version"]!).TryToInt64(out var version) && ((JsonNumber)route["weight"]!).TryToInt64(out var weight)
            ? new AliasRoute(version, weight)
            : throw new InvalidOperationException($"The stored route {route} can't be read.");
}
