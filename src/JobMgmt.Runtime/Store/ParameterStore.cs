using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Parameters, their versions and their tags.</summary>
internal static class ParameterStore
{
    private const string Columns = "SELECT p.name, p.version, p.type, p.value, p.description, p.allowed_pattern, p.data_type, p.tier, p.key_id, p.modified FROM parameters p";

    /// <summary>A version, or the latest.</summary>
    public static ParameterRecord? Find(StoreConnection store, string name, long? version = null) =>
        store.QueryFirst($"{Columns} WHERE p.name = $1 AND ($2 IS NULL OR p.version = $2) ORDER BY p.version DESC LIMIT 1", Parameter, name, version);

    /// <summary>The latest version of each, by name.</summary>
    public static List<ParameterRecord> List(StoreConnection store) =>
        store.Query($"{Columns} WHERE p.version = (SELECT max(q.version) FROM parameters q WHERE q.name = p.name) ORDER BY p.name", Parameter);

    /// <summary>All versions of one, oldest first.</summary>
    public static List<ParameterRecord> History(StoreConnection store, string name) => store.Query($"{Columns} WHERE p.name = $1 ORDER BY p.version", Parameter, name);

    /// <summary>Adds a version; only so many of the newest are kept.</summary>
    public static void Add(StoreConnection store, ParameterRecord parameter, int kept)
    {
        store.Execute(
            "INSERT INTO parameters (name, version, type, value, description, allowed_pattern, data_type, tier, key_id, modified) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            parameter.Name,
            parameter.Version,
            parameter.Type,
            parameter.Value,
            parameter.Description,
            parameter.AllowedPattern,
            parameter.DataType,
            parameter.Tier,
            parameter.KeyId,
            parameter.Modified.ToUnixTimeMilliseconds());
        store.Execute("DELETE FROM parameters WHERE name = $1 AND version <= $2", parameter.Name, parameter.Version - kept);
    }

    /// <summary>Whether there was one; its tags go with it.</summary>
    public static bool Delete(StoreConnection store, string name)
    {
        TagStore.RemoveAll(store, TagsOf(name));
        return store.Execute("DELETE FROM parameters WHERE name = $1", name) > 0;
    }

    /// <summary>The tags, as SSM has them.</summary>
    public static JsonArray Tags(StoreConnection store, string name) =>
        new(TagStore.List(store, TagsOf(name)).Select(tag => JsonObject.Of(("Key", tag.Key), ("Value", tag.Value))));

    /// <summary>Replaces the tags.</summary>
    public static void SetTags(StoreConnection store, string name, JsonArray tags)
    {
        TagStore.RemoveAll(store, TagsOf(name));
        foreach (var tag in tags.Cast<JsonObject>())
        {
            TagStore.Set(store, TagsOf(name), ((JsonString)tag["Key"]!).Value, ((JsonString)tag["Value"]!).Value);
        }
    }

    // A parameter has no ARN in the store; no ARN begins like this.
    private static string TagsOf(string name) => "ssm:parameter:" + name;

    private static ParameterRecord Parameter(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetFieldValue<byte[]>(3),
        row.Text(4),
        row.Text(5),
        row.GetString(6),
        row.GetString(7),
        row.Text(8),
        row.Instant(9));
}
