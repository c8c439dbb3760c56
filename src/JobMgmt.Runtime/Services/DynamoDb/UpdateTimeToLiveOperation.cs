using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>UpdateTimeToLive.</summary>
internal sealed class UpdateTimeToLiveOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var specification = request.Object("TimeToLiveSpecification")!;
        var isEnabled = specification.Flag("Enabled") == true;
        var attribute = specification.Text("AttributeName")!;
        return call.WriteAsync(store =>
        {
            var table = lookup.Described(store, request);
            if (isEnabled == table.TimeToLive is not null)
            {
                throw TableErrors.Invalid($"TimeToLive is already {(isEnabled ? "enabled" : "disabled")}");
            }

            if (!isEnabled && table.TimeToLive != attribute)
            {
                throw TableErrors.Invalid($"TimeToLive is active on a different AttributeName: current AttributeName is {table.TimeToLive}");
            }

            TableStore.Update(store, table with { TimeToLive = isEnabled ? attribute : null });
            return JsonObject.Of(("TimeToLiveSpecification", specification));
        });
    }
}
