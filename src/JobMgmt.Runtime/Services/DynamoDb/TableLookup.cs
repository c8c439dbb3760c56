using System.Text.RegularExpressions;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.Runtime.Tables;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>Finds tables by what requests call them, and describes them.</summary>
internal sealed partial class TableLookup(RuntimeIdentity identity)
{
    /// <summary>The table's name in a request, which may give its ARN.</summary>
    public string Name(JsonObject request)
    {
        var name = request.Text("TableName")!;
        name = name.StartsWith(Arn(""), StringComparison.Ordinal) ? name[Arn("").Length..] : name;
        return Form().IsMatch(name) ? name
            : throw TableErrors.Invalid(
                "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    }

    /// <summary>The table of a request about items.</summary>
    public TableRecord Table(StoreConnection store, JsonObject request) => TableStore.Find(store, Name(request)) ?? throw TableErrors.NoResource;

    /// <summary>The table of a request about the table itself.</summary>
    public TableRecord Described(StoreConnection store, JsonObject request) => TableStore.Find(store, Name(request)) ?? throw TableErrors.NoTable(Name(request));

    /// <summary>The table of a request about tags.</summary>
    public TableRecord ByArn(StoreConnection store, JsonObject request)
    {
        var arn = request.Text("ResourceArn")!;
        return arn.StartsWith(Arn(""), StringComparison.Ordinal) && TableStore.Find(store, arn[Arn("").Length..]) is { } table ? table : throw TableErrors.NoArn(arn);
    }

    public string Arn(string name) => identity.Arn("dynamodb", "table/" + name);

    /// <summary>A table as the answers show it.</summary>
    public JsonObject Description(StoreConnection store, TableRecord table, string status)
    {
        var (count, size) = TableStore.Measure(store, table.Id);
        var isOnDemand = table.Definition.Text("BillingMode") == "PAY_PER_REQUEST";
        var throughput = table.Definition.Object("ProvisionedThroughput");
        return JsonObject.Of(
            ("AttributeDefinitions", table.Definition["AttributeDefinitions"]),
            ("TableName", table.Name),
            ("KeySchema", table.Definition["KeySchema"]),
            ("TableStatus", status),
            ("CreationDateTime", table.Created.EpochSeconds()),
            ("ProvisionedThroughput", JsonObject.Of(
                ("NumberOfDecreasesToday", 0),
                ("ReadCapacityUnits", throughput?["ReadCapacityUnits"] ?? 0),
                ("WriteCapacityUnits", throughput?["WriteCapacityUnits"] ?? 0))),
            ("TableSizeBytes", size),
            ("ItemCount", count),
            ("TableArn", Arn(table.Name)),
            ("TableId", table.Definition["TableId"]),
            ("BillingModeSummary", isOnDemand
                ? JsonObject.Of(("BillingMode", "PAY_PER_REQUEST"), ("LastUpdateToPayPerRequestDateTime", table.Created.EpochSeconds())) : null),
            ("DeletionProtectionEnabled", table.Definition["DeletionProtectionEnabled"] ?? false));
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex Form();
}
