using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>Client tokens of EventBridge Scheduler, with what was asked under them and answered.</summary>
internal static class ScheduleTokenStore
{
    public static (string Request, JsonObject Answer)? Find(StoreConnection store, string token) =>
        store.Query("SELECT request, answer FROM schedule_tokens WHERE token = $1", row => (row.GetString(0), (JsonObject)JsonValue.Parse(row.GetString(1))), token) is [var found]
            ? found
            : null;

    public static void Add(StoreConnection store, string token, string request, JsonObject answer, DateTimeOffset now) =>
        store.Execute("INSERT INTO schedule_tokens (token, request, answer, used) VALUES ($1, $2, $3, $4)", token, request, answer.ToString(), now.ToUnixTimeMilliseconds());

    public static void Forget(StoreConnection store, DateTimeOffset before) => store.Execute("DELETE FROM schedule_tokens WHERE used < $1", before.ToUnixTimeMilliseconds());
}
