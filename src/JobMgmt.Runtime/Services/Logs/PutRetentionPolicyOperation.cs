using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Logs;

/// <summary>PutRetentionPolicy: one of the numbers of days that AWS offers.</summary>
internal sealed class PutRetentionPolicyOperation(LogLookup lookup) : IServiceOperation
{
    private static readonly long[] _days =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        new Constraints("InvalidParameterException").Required(request, "retentionInDays").Enforce();
        var days = request.Number("retentionInDays")!.Value;
        new Constraints("InvalidParameterException")
            .Check(_days.Contains(days), $"{days}", "retentionInDays", $"Member must satisfy enum value set: [{string.Join(", ", _days)}]").Enforce();
        return call.WriteAsync(store => LogStore.SetRetention(store, lookup.Group(store, request).Id, days));
    }
}
