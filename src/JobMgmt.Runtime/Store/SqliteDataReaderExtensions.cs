using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Columns that may be NULL, and instants, which the store keeps as milliseconds since 1970 UTC.</summary>
internal static class SqliteDataReaderExtensions
{
    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Instant(column);
}
