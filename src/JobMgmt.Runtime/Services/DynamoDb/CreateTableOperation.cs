using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>CreateTable. The table is there at once; the answer says CREATING, as on AWS.</summary>
internal sealed class CreateTableOperation(TableLookup lookup, TimeProvider time) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var name = lookup.Name(request);
        var definition = TableDefinition.Read(request);
        return call.WriteAsync(store =>
        {
            if (TableStore.Find(store, name) is not null)
            {
                throw TableErrors.TableExists(name);
            }

            TableStore.Add(store, name, time.GetUtcNow(), definition, TableTags.Read(request));
            return JsonObject.Of(("TableDescription", lookup.Description(store, TableStore.Find(store, name)!, "CREATING")));
        });
    }
}
