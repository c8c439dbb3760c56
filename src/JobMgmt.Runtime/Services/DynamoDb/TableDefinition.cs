using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>What a request says that a table is to be, checked.</summary>
internal static class TableDefinition
{
    private static readonly string[] _notServed =
    [
        "LocalSecondaryIndexes", "GlobalSecondaryIndexes", "SSESpecification", "WarmThroughput", "ResourcePolicy", "OnDemandThroughput", "GlobalTableSourceArn",
        "GlobalTableSettingsReplicationMode", "GlobalSecondaryIndexUpdates", "ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates",
    ];

    /// <summary>Refuses, by name, what the runtime has not.</summary>
    public static void Refuse(JsonObject request)
    {
        Refusals.Check(request, _notServed);
        if (request.Object("StreamSpecification")?.Flag("StreamEnabled") == true)
        {
            throw TableErrors.NotServed("StreamSpecification");
        }
    }

    /// <summary>Key, attributes and billing of a new table.</summary>
    public static JsonObject Read(JsonObject request)
    {
        Refuse(request);
        var keys = request.Objects("KeySchema");
        var attributes = request.Objects("AttributeDefinitions").Select(Name).ToArray();
        if (keys.Count == 0 || keys[0].Text("KeyType") != "HASH")
        {
            throw TableErrors.Invalid("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }

        if (keys.Count > 1 && keys[1].Text("KeyType") != "RANGE")
        {
            throw TableErrors.Invalid("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }

        var names = keys.Select(Name).ToArray();
        if (names.Distinct().Count() < names.Length)
        {
            throw TableErrors.Invalid("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }

        if (names.Except(attributes).Any())
        {
            throw TableErrors.Parameters(
                $"Some index key attributes are not defined in AttributeDefinitions. Keys: [{string.Join(", ", names)}], AttributeDefinitions: [{string.Join(", ", attributes)}]");
        }

        return attributes.Length == names.Length
            ? JsonObject.Of(
                ("KeySchema", request["KeySchema"]),
                ("AttributeDefinitions", request["AttributeDefinitions"]),
                ("TableId", Guid.NewGuid().ToString()),
                ("DeletionProtectionEnabled", request.Flag("DeletionProtectionEnabled") ?? false)).WithBilling(request, "PROVISIONED")
            : throw TableErrors.Parameters("Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
    }

    /// <summary>The definition with a request's billing.</summary>
    public static JsonObject WithBilling(this JsonObject definition, JsonObject request, string otherwise)
    {
        var mode = request.Text("BillingMode") ?? otherwise;
        var throughput = request.Object("ProvisionedThroughput");
        if (mode == "PAY_PER_REQUEST")
        {
            return throughput is null ? definition.Without("ProvisionedThroughput").With("BillingMode", mode)
                : throw TableErrors.Parameters("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }

        return throughput is null
            ? throw TableErrors.Parameters("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")
            : definition.With("BillingMode", mode).With("ProvisionedThroughput", throughput);
    }

    private static string Name(JsonObject part) => part.Text("AttributeName")!;
}
