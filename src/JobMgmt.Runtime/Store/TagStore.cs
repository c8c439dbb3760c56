namespace JobMgmt.Runtime.Store;

/// <summary>The tags of Step Functions' resources and of parameters, in the order in which they were set.</summary>
internal static class TagStore
{
    public static List<KeyValuePair<string, string>> List(StoreConnection connection, string arn) =>
        connection.Query(
            "SELECT key, value FROM states_tags WHERE resource_arn = $1 ORDER BY rowid", row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), arn);

    public static void Set(StoreConnection connection, string arn, string key, string value) =>
        connection.Execute(
            "INSERT INTO states_tags (resource_arn, key, value) VALUES ($1, $2, $3) ON CONFLICT (resource_arn, key) DO UPDATE SET value = excluded.value",
            arn, key, value);

    public static void Remove(StoreConnection connection, string arn, string key) =>
        connection.Execute("DELETE FROM states_tags WHERE resource_arn = $1 AND key = $2", arn, key);

    public static void RemoveAll(StoreConnection connection, string arn) => connection.Execute("DELETE FROM states_tags WHERE resource_arn = $1", arn);
}
