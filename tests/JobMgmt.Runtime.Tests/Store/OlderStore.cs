using System.Globalization;
using System.Text.RegularExpressions;
using JobMgmt.Runtime.Hosting;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Tests.Store;

/// <summary>Makes data folders as older runtimes left them: their migrations, and the rows that they really wrote (Cases/stores, taken from their own files).</summary>
internal static partial class OlderStore
{
    private static string Cases => Path.Combine(AppContext.BaseDirectory, "Cases", "stores");

    /// <summary>The schema numbers of the kept ones.</summary>
    public static IEnumerable<int> Schemas => Directory.GetFiles(Cases, "*.sql").Select(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture)).Order();

    /// <summary>Makes a folder.</summary>
    /// <returns>When the last of its executions was started.</returns>
    public static DateTimeOffset Create(string folder, int schema)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "jobmgmt.db"), Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        foreach (var (number, sql) in Migrations().Where(migration => migration.Number <= schema))
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"BEGIN; {sql}\n; PRAGMA application_id = {0x4A4D474D}; PRAGMA user_version = {number}; COMMIT"));
        }

        Execute(connection, "BEGIN;" + File.ReadAllText(Path.Combine(Cases, schema.ToString("D4", CultureInfo.InvariantCulture) + ".sql")) + "COMMIT");
        return DateTimeOffset.FromUnixTimeMilliseconds((long)Execute(connection, "SELECT max(started) FROM executions")!);
    }

    private static IEnumerable<(int Number, string Sql)> Migrations()
    {
        var assembly = typeof(RuntimeHost).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => Numbered().IsMatch(name)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(Numbered().Match(name).Groups[1].ValueSpan, CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    [GeneratedRegex(@"\.(\d{4})_\w+\.sql$")]
    private static partial Regex Numbered();
}
