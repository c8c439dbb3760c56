using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>DynamoDB's tables and their items.</summary>
internal static class TableStore
{
    private const string Tables = "SELECT id, name, created, definition, tags, time_to_live FROM dynamodb_tables";
    private const string Items = "SELECT hash, range, item, size FROM dynamodb_items WHERE table_id = $1";

    public static TableRecord? Find(StoreConnection store, string name) => store.QueryFirst($"{Tables} WHERE name = $1", Table, name);

    public static List<TableRecord> List(StoreConnection store) => store.Query($"{Tables} ORDER BY name", Table);

    public static void Add(StoreConnection store, string name, DateTimeOffset created, JsonObject definition, JsonObject tags) => store.Execute(
        "INSERT INTO dynamodb_tables (id, name, created, definition, tags) VALUES ($1, $2, $3, $4, $5)",
        store.NextId("dynamodb_tables"), name, created.ToUnixTimeMilliseconds(), definition.ToString(), tags.ToString());

    /// <summary>Writes what of a table can change.</summary>
    public static void Update(StoreConnection store, TableRecord table) => store.Execute(
        "UPDATE dynamodb_tables SET definition = $2, tags = $3, time_to_live = $4 WHERE id = $1",
        table.Id, table.Definition.ToString(), table.Tags.ToString(), table.TimeToLive);

    /// <summary>Deletes a table with its items.</summary>
    public static void Delete(StoreConnection store, long id) => store.Execute("DELETE FROM dynamodb_tables WHERE id = $1", id);

    public static (long Count, long Size) Measure(StoreConnection store, long table) => store.QueryFirst(
        "SELECT count(*), coalesce(sum(size), 0) FROM dynamodb_items WHERE table_id = $1", row => (row.GetInt64(0), row.GetInt64(1)), table);

    public static TableItemRecord? FindItem(StoreConnection store, long table, byte[] hash, byte[] range) =>
        store.QueryFirst($"{Items} AND hash = $2 AND range = $3", Item, table, hash, range);

    public static void PutItem(StoreConnection store, long table, TableItemRecord item) => store.Execute(
        "INSERT INTO dynamodb_items (table_id, hash, range, item, size) VALUES ($1, $2, $3, $4, $5) "
        + "ON CONFLICT (table_id, hash, range) DO UPDATE SET item = excluded.item, size = excluded.size",
        table, item.Hash, item.Range, item.Item.ToString(), item.Size);

    public static void DeleteItem(StoreConnection store, long table, byte[] hash, byte[] range) =>
        store.Execute("DELETE FROM dynamodb_items WHERE table_id = $1 AND hash = $2 AND range = $3", table, hash, range);

    /// <summary>The items of a hash key in the order of the range key, behind a place, until one is not wanted.</summary>
    public static void Query(StoreConnection store, long table, byte[] hash, byte[]? after, bool forward, Func<TableItemRecord, bool> isWanted) => _ = forward
        ? store.QueryWhile($"{Items} AND hash = $2 AND ($3 IS NULL OR range > $3) ORDER BY range", Item, isWanted, table, hash, after)
        : store.QueryWhile($"{Items} AND hash = $2 AND ($3 IS NULL OR range < $3) ORDER BY range DESC", Item, isWanted, table, hash, after);

    /// <summary>All items, behind a place, until one is not wanted.</summary>
    public static void Scan(StoreConnection store, long table, (byte[] Hash, byte[] Range)? after, Func<TableItemRecord, bool> isWanted) => _ = after is { } place
        ? store.QueryWhile($"{Items} AND (hash, range) > ($2, $3) ORDER BY hash, range", Item, isWanted, table, place.Hash, place.Range)
        : store.QueryWhile($"{Items} ORDER BY hash, range", Item, isWanted, table);

    private static TableRecord Table(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.Instant(2), (JsonObject)JsonValue.Parse(row.GetString(3)), (JsonObject)JsonValue.Parse(row.GetString(4)), row.Text(5));

    private static TableItemRecord Item(SqliteDataReader row) => new(
        row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), (JsonObject)JsonValue.Parse(row.GetString(2)), row.GetInt32(3));
}
