using JobMgmt.Runtime.Tables;

namespace JobMgmt.Runtime.Services.DynamoDb;

/// <summary>Amazon DynamoDB (API 2012-08-10).</summary>
internal static class DynamoDbService
{
    public static IServiceCollection AddDynamoDb(this IServiceCollection services) =>
        services.AddSingleton<IRuntimeLoop, TableTimeToLive>()
            .AddSingleton<TableLookup>()
            .AddOperation<CreateTableOperation>("dynamodb", "CreateTable")
            .AddOperation<DescribeTableOperation>("dynamodb", "DescribeTable")
            .AddOperation<UpdateTableOperation>("dynamodb", "UpdateTable")
            .AddOperation<DeleteTableOperation>("dynamodb", "DeleteTable")
            .AddOperation<ListTablesOperation>("dynamodb", "ListTables")
            .AddOperation<TagResourceOperation>("dynamodb", "TagResource")
            .AddOperation<UntagResourceOperation>("dynamodb", "UntagResource")
            .AddOperation<ListTagsOfResourceOperation>("dynamodb", "ListTagsOfResource")
            .AddOperation<DescribeTimeToLiveOperation>("dynamodb", "DescribeTimeToLive")
            .AddOperation<UpdateTimeToLiveOperation>("dynamodb", "UpdateTimeToLive")
            .AddOperation<GetItemOperation>("dynamodb", "GetItem")
            .AddOperation<PutItemOperation>("dynamodb", "PutItem")
            .AddOperation<UpdateItemOperation>("dynamodb", "UpdateItem")
            .AddOperation<DeleteItemOperation>("dynamodb", "DeleteItem")
            .AddOperation<QueryOperation>("dynamodb", "Query")
            .AddOperation<ScanOperation>("dynamodb", "Scan");
}
