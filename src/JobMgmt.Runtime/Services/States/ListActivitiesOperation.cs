using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>ListActivities, by name.</summary>
internal sealed class ListActivitiesOperation(Database database, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var page = PageToken.Read(request, time);
        var activities = database.Read(connection => ActivityStore.List(connection, page.Position, page.Count + 1));
        var shown = activities.Take(page.Count).ToArray();
        return Task.FromResult(JsonObject.Of(
            ("activities", new JsonArray(shown.Select(activity => (JsonValue)JsonObject.Of(
                ("activityArn", activity.Arn), ("name", activity.Name), ("creationDate", activity.Created.EpochSeconds()))))),
            ("nextToken", activities.Count > shown.Length ? page.Next(shown[^1].Name) : null)));
    }
}
