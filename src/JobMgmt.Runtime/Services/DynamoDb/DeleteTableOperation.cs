using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>DeleteTable. The table is gone at once; the answer says DELETING, as on AWS.</summary>
internal sealed class DeleteTableOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) => call.WriteAsync(store =>
    {
        var table = lookup.Described(store, request);
        if (table.Definition.Flag("DeletionProtectionEnabled") == true)
        {
            throw TableErrors.Invalid("Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        }

        var description = lookup.Description(store, table, "DELETING");
        TableStore.Delete(store, table.Id);
        return JsonObject.Of(("TableDescription", description));
    });
}
