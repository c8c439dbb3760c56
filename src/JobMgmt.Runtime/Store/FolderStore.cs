using JobMgmt.Runtime.Files;

namespace JobMgmt.Runtime.Store;

/// <summary>Watched folders and their files.</summary>
internal static class FolderStore
{
    public static List<(long Id, string Path)> Folders(StoreConnection store) =>
        store.Query("SELECT id, path FROM watched_folder ORDER BY id", row => (row.GetInt64(0), row.GetString(1)));

    public static bool Exists(StoreConnection store, long id) => store.QueryNumber("SELECT 1 FROM watched_folder WHERE id = $1", id) is not null;

    /// <summary>Adds one; its id is never another folder's.</summary>
    public static long Add(StoreConnection store, string path)
    {
        var id = store.NextId("watched_folder");
        store.Execute("INSERT INTO watched_folder (id, path) VALUES ($1, $2)", id, path);
        return id;
    }

    /// <summary>Deletes one with its files.</summary>
    public static void Delete(StoreConnection store, long id) => store.Execute("DELETE FROM watched_folder WHERE id = $1", id);

    public static Dictionary<string, KnownFile> Files(StoreConnection store, long folder) =>
        store.Query(
            "SELECT name, identity, matched FROM watched_file WHERE folder = $1", row => (Name: row.GetString(0), File: new KnownFile(row.GetString(1), row.GetBoolean(2))), folder)
            .ToDictionary(row => row.Name, row => row.File, StringComparer.Ordinal);

    public static void SaveFile(StoreConnection store, long folder, string name, KnownFile file) =>
        store.Execute("INSERT OR REPLACE INTO watched_file (folder, name, identity, matched) VALUES ($1, $2, $3, $4)", folder, name, file.Identity, file.IsMatched);

    public static void DeleteFile(StoreConnection store, long folder, string name) =>
        store.Execute("DELETE FROM watched_file WHERE folder = $1 AND name = $2", folder, name);
}
