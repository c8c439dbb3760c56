using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>CreateActivity. One that is there already is answered as it was made; its tags stay what they are.</summary>
internal sealed class CreateActivityOperation(RuntimeIdentity identity, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = ResourceName.Read(request)!;
        var tags = Tags.Read(request);
        var activity = new ActivityRecord(identity.Arn("states", $"activity:{name}"), name, time.GetUtcNow());
        return call.WriteAsync(connection =>
        {
            if (ActivityStore.Find(connection, activity.Arn) is { } there)
            {
                return Answer(there);
            }

            ActivityStore.Add(connection, activity);
            Tags.Set(connection, activity.Arn, tags);
            return Answer(activity);
        });
    }

    private static JsonObject Answer(ActivityRecord activity) => JsonObject.Of(("activityArn", activity.Arn), ("creationDate", activity.Created.EpochSeconds()));
}
