using JobMgmt.Runtime.Events;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>EventBridge's connections and API destinations.</summary>
internal static class ApiDestinationStore
{
    private const string ConnectionColumns = "SELECT name, arn, definition, secrets, created, modified FROM event_connection";
    private const string DestinationColumns = "SELECT name, arn, definition, created, modified FROM event_api_destination";

    public static EventConnection? FindConnection(StoreConnection store, string name) => store.QueryFirst($"{ConnectionColumns} WHERE name = $1", Connection, name);

    public static EventConnection? FindConnectionByArn(StoreConnection store, string arn) => store.QueryFirst($"{ConnectionColumns} WHERE arn = $1", Connection, arn);

    /// <summary>Connections by name, after the last one of the page before.</summary>
    public static List<EventConnection> Connections(StoreConnection store, string? prefix, string? after, int most) => store.Query(
        $"{ConnectionColumns} WHERE ($1 IS NULL OR substr(name, 1, length($1)) = $1) AND ($2 IS NULL OR name > $2) ORDER BY name LIMIT $3", Connection, prefix, after, most);

    public static void Save(StoreConnection store, EventConnection connection) => store.Execute(
        "INSERT INTO event_connection (name, arn, definition, secrets, created, modified) VALUES ($1, $2, $3, $4, $5, $6) "
        + "ON CONFLICT (name) DO UPDATE SET definition = $3, secrets = $4, modified = $6",
        connection.Name,
        connection.Arn,
        connection.Definition.ToString(),
        connection.Secrets,
        connection.Created.ToUnixTimeMilliseconds(),
        connection.Modified.ToUnixTimeMilliseconds());

    public static void DeleteConnection(StoreConnection store, string name) => store.Execute("DELETE FROM event_connection WHERE name = $1", name);

    public static ApiDestination? Find(StoreConnection store, string name) => store.QueryFirst($"{DestinationColumns} WHERE name = $1", Destination, name);

    public static ApiDestination? FindByArn(StoreConnection store, string arn) => store.QueryFirst($"{DestinationColumns} WHERE arn = $1", Destination, arn);

    /// <summary>API destinations by name, after the last one of the page before.</summary>
    public static List<ApiDestination> List(StoreConnection store, string? prefix, string? connectionArn, string? after, int most) => store.Query(
        $"{DestinationColumns} WHERE ($1 IS NULL OR substr(name, 1, length($1)) = $1) AND ($2 IS NULL OR json_extract(definition, '$.ConnectionArn') = $2) "
        + "AND ($3 IS NULL OR name > $3) ORDER BY name LIMIT $4",
        Destination,
        prefix,
        connectionArn,
        after,
        most);

    public static void Save(StoreConnection store, ApiDestination destination) => store.Execute(
        "INSERT INTO event_api_destination (name, arn, definition, created, modified) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO UPDATE SET definition = $3, modified = $5",
        destination.Name,
        destination.Arn,
        destination.Definition.ToString(),
        destination.Created.ToUnixTimeMilliseconds(),
        destination.Modified.ToUnixTimeMilliseconds());

    public static void Delete(StoreConnection store, string name) => store.Execute("DELETE FROM event_api_destination WHERE name = $1", name);

    private static EventConnection Connection(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), (JsonObject)JsonValue.Parse(row.GetString(2)), (byte[])row.GetValue(3), row.Instant(4), row.Instant(5));

    private static ApiDestination Destination(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), (JsonObject)JsonValue.Parse(row.GetString(2)), row.Instant(3), row.Instant(4));
}
