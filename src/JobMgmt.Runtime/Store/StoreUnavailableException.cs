using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>The store could not write (a full or failing disk): nothing of the change stayed.</summary>
internal sealed class StoreUnavailableException(Exception inner)
    : Exception($"The local runtime's store can't write: {inner.Message.TrimEnd('.')}. Nothing of the request was kept; make room and repeat it.", inner)
{
    // https://www.sqlite.org/rescode.html: BUSY, NOMEM, READONLY, IOERR, FULL, CANTOPEN
    private static readonly HashSet<int> _codes = [5, 7, 8, 10, 13, 14];

    /// <summary>Whether SQLite says so in the middle of a change, rather than that the change is wrong.</summary>
    public static bool IsMeantBy(SqliteException error) => _codes.Contains(error.SqliteErrorCode);
}
