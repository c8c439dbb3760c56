using System.Globalization;
using System.Reflection;

namespace JobMgmt.Runtime.Store;

/// <summary>The numbered migrations (<c>Migrations/NNNN_name.sql</c>). The file's <c>user_version</c> is the number of the last one that ran.</summary>
internal static class Schema
{
    /// <summary>"JMGM": a SQLite file of somebody else's is refused.</summary>
    public const int ApplicationId = 0x4A4D474D;

    private static readonly Lazy<List<(int Number, string Sql)>> _migrations = new(Migrations);

    /// <summary>The number of the last migration.</summary>
    public static int Newest => _migrations.Value[^1].Number;

    /// <summary>Runs the migrations that a file lacks, each in its transaction. <see cref="StoreFile"/> has looked at it before.</summary>
    public static void Migrate(StoreConnection connection)
    {
        var version = connection.QueryNumber("PRAGMA user_version") ?? 0;
        foreach (var (number, sql) in _migrations.Value.Where(migration => migration.Number > version))
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
