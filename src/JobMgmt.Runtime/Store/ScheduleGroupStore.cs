using JobMgmt.Runtime.Scheduler;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Groups of schedules. A group goes with its schedules.</summary>
internal static class ScheduleGroupStore
{
    private const string Columns = "SELECT name, created, modified, tags FROM schedule_groups";

    public static ScheduleGroup? Find(StoreConnection store, string name) => store.QueryFirst($"{Columns} WHERE name = $1", Group, name);

    /// <summary>By name, after the last one of the page before.</summary>
    public static List<ScheduleGroup> List(StoreConnection store, string? prefix, string? after, int most) =>
        store.Query(
            $"{Columns} WHERE ($1 IS NULL OR substr(name, 1, length($1)) = $1) AND ($2 IS NULL OR name > $2) ORDER BY name LIMIT $3", Group, prefix, after, most);

    public static void Save(StoreConnection store, ScheduleGroup group) =>
        store.Execute(
            "INSERT INTO schedule_groups (name, created, modified, tags) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE SET modified = $3, tags = $4",
            group.Name,
            group.Created?.ToUnixTimeMilliseconds(),
            group.Modified?.ToUnixTimeMilliseconds(),
            group.Tags.ToString());

    public static void Delete(StoreConnection store, string name) => store.Execute("DELETE FROM schedule_groups WHERE name = $1", name);

    private static ScheduleGroup Group(SqliteDataReader row) => new(row.GetString(0), row.InstantOrNull(1), row.InstantOrNull(2), (JsonObject)JsonValue.Parse(row.GetString(3)));
}
