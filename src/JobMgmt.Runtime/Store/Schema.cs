using System.Globalization;
using System.Reflection;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Store;

/// <summary>The numbered migrations (<c>Migrations/NNNN_name.sql</c>). The file's <c>user_version</c> is the number of the last one that ran.</summary>
internal static class Schema
{
    private const int ApplicationId = 0x4A4D474D; // "JMGM": a SQLite file of somebody else's is refused

    /// <summary>Runs the migrations that a file lacks, each in its transaction.</summary>
    /// <exception cref="RuntimeStartException">The file is newer than this runtime, or is not one of its own.</exception>
    public static void Migrate(StoreConnection connection, string path)
    {
        var version = connection.QueryNumber("PRAGMA user_version") ?? 0;
        var application = connection.QueryNumber("PRAGMA application_id") ?? 0;
        var tables = connection.QueryNumber("SELECT count(*) FROM sqlite_master") ?? 0;
        var migrations = Migrations();
        var newest = migrations.Count == 0 ? 0 : migrations[^1].Number;
        if (application != ApplicationId && (version != 0 || tables != 0))
        {
            throw new RuntimeStartException($"'{path}' is a SQLite file, but not a JobMgmt store. It is left as it is: choose another data folder.");
        }

        if (version > newest)
        {
            throw new RuntimeStartException($"'{path}' was written by a newer JobMgmt (schema {version}; this one knows {newest}). It is left as it is: update JobMgmt.");
        }

        foreach (var (number, sql) in migrations.Where(migration => migration.Number > version))
        {
            connection.ExecuteScript(string.Create(
                CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE;\n{sql}\n;PRAGMA application_id = {ApplicationId};PRAGMA user_version = {number};COMMIT;"));
        }
    }

    private static List<(int Number, string Sql)> Migrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var list = new List<(int, string)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var file = name[..^4].Split('.')[^1];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            list.Add((int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), reader.ReadToEnd()));
        }

        list.Sort((a, b) => a.Item1.CompareTo(b.Item1));
        return list;
    }
}
