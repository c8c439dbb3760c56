using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>What Start-, Stop- and TerminateInstances share: all or none of the ids.</summary>
internal static class InstanceStateChange
{
    public static JsonArray Apply(StoreConnection store, JsonObject request, Func<InstanceRecord, string> change)
    {
        var ids = request.Texts("InstanceIds");
        if (ids.Count == 0)
        {
            throw Ec2Errors.Missing("InstanceId");
        }

        var instances = ids.Distinct().ToDictionary(id => id, id => InstanceStore.Find(store, id));
        var unknown = instances.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray();
        if (unknown.Length > 0)
        {
            throw Ec2Errors.NoInstance(unknown);
        }

        return new JsonArray(instances.Select(pair => (JsonValue)InstanceDescription.StateChange(pair.Key, pair.Value!.State, change(pair.Value))).ToArray());
    }

    /// <summary>As AWS words it: <c>User initiated (2026-11-24 10:00:00 GMT)</c>.</summary>
    public static string Reason(DateTimeOffset now) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"User initiated ({now:yyyy-MM-dd HH:mm:ss} GMT)");
}
