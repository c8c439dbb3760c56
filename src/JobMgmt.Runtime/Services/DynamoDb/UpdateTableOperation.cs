using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>UpdateTable: billing, and the protection from deletion.</summary>
internal sealed class UpdateTableOperation(TableLookup lookup) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        TableDefinition.Refuse(request);
        var isBilling = request.Text("BillingMode") is not null || request.Object("ProvisionedThroughput") is not null;
        if (!isBilling && request.Flag("DeletionProtectionEnabled") is null)
        {
            throw TableErrors.Invalid("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }

        return call.WriteAsync(store =>
        {
            var table = lookup.Described(store, request);
            var definition = isBilling ? table.Definition.WithBilling(request, table.Definition.Text("BillingMode")!) : table.Definition;
            definition = request.Flag("DeletionProtectionEnabled") is { } isProtected ? definition.With("DeletionProtectionEnabled", isProtected) : definition;
            table = table with { Definition = definition };
            TableStore.Update(store, table);
            return JsonObject.Of(("TableDescription", lookup.Description(store, table, "UPDATING")));
        });
    }
}
