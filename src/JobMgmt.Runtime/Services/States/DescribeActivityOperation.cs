using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>DescribeActivity.</summary>
internal sealed class DescribeActivityOperation(Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Activity(request);
        var activity = database.Read(connection => ActivityStore.Find(connection, arn)) ?? throw StatesErrors.ActivityDoesNotExist(arn);
        return Task.FromResult(JsonObject.Of(
            ("activityArn", activity.Arn),
            ("name", activity.Name),
            ("creationDate", activity.Created.EpochSeconds()),
            ("encryptionConfiguration", JsonObject.Of(("type", "AWS_OWNED_KEY")))));
    }
}
