using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Scheduler;

/// <summary>ClientToken: a change that is asked for again under its token, as a client does that has not heard the answer, is answered again and not made twice.</summary>
internal sealed class ClientTokens(TimeProvider time)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(24);

    /// <summary>Makes the change in the caller's transaction, unless it was made under the request's token.</summary>
    /// <exception cref="ServiceException">ConflictException: something else was.</exception>
    public JsonObject Once(StoreConnection store, string operation, JsonObject request, Func<JsonObject> change)
    {
        if (request.Text("ClientToken") is not { } token)
        {
            return change();
        }

        var now = time.GetUtcNow();
        ScheduleTokenStore.Forget(store, now - _kept);
        var asked = operation + request.Without("ClientToken");
        if (ScheduleTokenStore.Find(store, token) is var (before, told))
        {
            return before == asked ? told : throw SchedulerErrors.TokenUsed();
        }

        var answer = change();
        ScheduleTokenStore.Add(store, token, asked, answer, now);
        return answer;
    }
}
