using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>The account's own SSM documents.</summary>
internal static class DocumentStore
{
    private const string Columns = "name, type, target_type, display_name, created, default_version, latest_version, tags";

    private const string VersionColumns = "name, version, version_name, format, content, created, description, schema_version, parameters, status_information";

    public static void Insert(StoreConnection connection, SsmDocument value) =>
        connection.Execute(
            $"INSERT INTO documents ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            value.Name, value.Type, value.TargetType, value.DisplayName, value.Created.ToUnixTimeMilliseconds(), value.DefaultVersion, value.LatestVersion, value.Tags.ToString());

    public static void Update(StoreConnection connection, SsmDocument value) =>
        connection.Execute(
            "UPDATE documents SET target_type = $2, display_name = $3, default_version = $4, latest_version = $5, tags = $6 WHERE name = $1",
            value.Name, value.TargetType, value.DisplayName, value.DefaultVersion, value.LatestVersion, value.Tags.ToString());

    public static void InsertVersion(StoreConnection connection, SsmDocumentVersion value) =>
        connection.Execute(
            $"INSERT INTO document_versions ({VersionColumns}, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            value.Name, value.Version, value.VersionName, value.Format, value.Content, value.Created.ToUnixTimeMilliseconds(), value.Description, value.SchemaVersion,
            value.Parameters.ToString(), value.StatusInformation, value.Hash);

    public static SsmDocument? Find(StoreConnection connection, string name) =>
        connection.QueryFirst($"SELECT {Columns} FROM documents WHERE name = $1", Document, name);

    public static IReadOnlyList<SsmDocument> All(StoreConnection connection) => connection.Query($"SELECT {Columns} FROM documents ORDER BY name", Document);

    public static SsmDocumentVersion? FindVersion(StoreConnection connection, string name, long version) =>
        connection.QueryFirst($"SELECT {VersionColumns} FROM document_versions WHERE name = $1 AND version = $2", Version, name, version);

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<SsmDocumentVersion> Versions(StoreConnection connection, string name) =>
        connection.Query($"SELECT {VersionColumns} FROM document_versions WHERE name = $1 ORDER BY version DESC", Version, name);

    public static void Delete(StoreConnection connection, string name) => connection.Execute("DELETE FROM documents WHERE name = $1", name);

    public static void DeleteVersion(StoreConnection connection, string name, long version) =>
        connection.Execute("DELETE FROM document_versions WHERE name = $1 AND version = $2", name, version);

    private static SsmDocument Document(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Type = row.GetString(1),
        TargetType = row.Text(2),
        DisplayName = row.Text(3),
        Created = row.Instant(4),
        DefaultVersion = row.GetInt64(5),
        LatestVersion = row.GetInt64(6),
        Tags = (JsonArray)JsonValue.Parse(row.GetString(7)),
    };

    private static SsmDocumentVersion Version(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Version = row.GetInt64(1),
        VersionName = row.Text(2),
        Format = row.GetString(3),
        Content = row.GetString(4),
        Created = row.Instant(5),
        Description = row.Text(6),
        SchemaVersion = row.GetString(7),
        Parameters = (JsonArray)JsonValue.Parse(row.GetString(8)),
        StatusInformation = row.Text(9),
    };
}
