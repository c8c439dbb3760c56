using System.Buffers.Binary;
using JobMgmt.Runtime.Hosting;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>
/// Looks at a store's file before anything is written to it, and refuses what this runtime must not touch: a newer schema, somebody else's file, a damaged one. What is
/// refused is left as it is, to the byte. See SQLite's file format for the header's places.
/// </summary>
internal static class StoreFile
{
    private const string Remedy = "restore it from a copy, or choose another data folder";
    private const int HeaderSize = 100;
    private const long MostToCheckWhole = 8 << 20; // bytes; a check reads every page, and a start must not take long
    private static readonly byte[] _magic = "SQLite format 3\0"u8.ToArray();

    /// <summary>Checks a file that may not be there yet.</summary>
    /// <exception cref="RuntimeStartException">It is newer, damaged or not a store.</exception>
    public static void Check(string path)
    {
        var log = Length(path + "-wal");
        var length = Length(path);
        if (length == 0)
        {
            if (log > 0)
            {
                throw Refused(path, "is missing or empty, while its log (-wal) is there", "put the file back, or choose another data folder");
            }

            return;
        }

        var header = Header(path);
        if (!header.AsSpan().StartsWith(_magic))
        {
            throw Refused(path, "is damaged, or no SQLite file", Remedy);
        }

        if (log > 0)
        {
            CheckThrough(path, new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString(), length + log);
            return;
        }

        CheckVersion(path, Number(header, 68), Number(header, 60));
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) is var size && size == 1 ? 65_536L : size;
        if (Number(header, 24) == Number(header, 92) && Number(header, 28) * pageSize > length)
        {
            throw Refused(path, FormattableString.Invariant($"is damaged: {length} of its {Number(header, 28) * pageSize} bytes are there"), Remedy);
        }

        // no log, so nothing to recover: SQLite need not make any file for it
        var uri = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";
        CheckThrough(path, new SqliteConnectionStringBuilder { DataSource = uri, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString(), length);
    }

    /// <summary>Asks SQLite itself, by a connection that can't write: for the version, which a log may have changed, and whether the pages hang together.</summary>
    private static void CheckThrough(string path, string connectionString, long bytes)
    {
        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            var application = Ask(connection, "PRAGMA application_id");
            CheckVersion(path, application, Ask(connection, "PRAGMA user_version"));
            if (application == 0 && Ask(connection, "SELECT count(*) FROM sqlite_master") > 0)
            {
                throw Foreign(path);
            }

            using var check = connection.CreateCommand();
            check.CommandText = bytes <= MostToCheckWhole ? "PRAGMA quick_check(1)" : "SELECT 'ok' FROM sqlite_master LIMIT 1";
            if (check.ExecuteScalar() is string fault and not "ok")
            {
                throw Refused(path, $"is damaged: {fault.Replace('\n', ' ')}", Remedy);
            }
        }
        catch (SqliteException error)
        {
            throw Refused(path, $"is damaged: {error.Message}", Remedy, error);
        }
    }

    private static void CheckVersion(string path, long application, long version)
    {
        if (application != Schema.ApplicationId && (application != 0 || version != 0))
        {
            throw Foreign(path);
        }

        if (version > Schema.Newest)
        {
            throw Refused(path, FormattableString.Invariant($"was written by a newer JobMgmt (schema {version}; this one knows {Schema.Newest})"), "update JobMgmt, or choose another data folder");
        }
    }

    private static long Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return (long)command.ExecuteScalar()!;
    }

    private static byte[] Header(string path)
    {
        var header = new byte[HeaderSize];
        using var file = File.OpenRead(path);
        file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false);
        return header;
    }

    private static long Number(byte[] header, int at) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(at));

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static RuntimeStartException Foreign(string path) => Refused(path, "is a SQLite file, but not a JobMgmt store", "choose another data folder");

    private static RuntimeStartException Refused(string path, string fault, string remedy, Exception? inner = null) =>
        new($"The store '{path}' {fault}. It is left as it is: {remedy}.", inner);
}
