using System.Globalization;
using JobMgmt.Runtime.Tests.Commands;
using JobMgmt.Runtime.Tests.Executions;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Tables;

public sealed class TableTests
{
    private const string Key = """{"AttributeDefinitions":[{"AttributeName":"Lock","AttributeType":"S"}],"KeySchema":[{"AttributeName":"Lock","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST",""";

    [Fact]
    public async Task Updates_AreDoneOneAfterTheOther()
    {
        await using var runtime = await TestRuntime.StartAsync();
        await CreateAsync(runtime, "locks");
        await PutAsync(runtime, """{"TableName":"locks","Item":{"Lock":{"S":"a"},"Held":{"M":{}}}}""");

        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => TakeAsync(runtime, number)));

        Assert.Equal(3, taken.Count(isTaken => isTaken));
        var item = (JsonObject)(await CallAsync(runtime, "GetItem", """{"TableName":"locks","Key":{"Lock":{"S":"a"}}}"""))["Item"]!;
        Assert.Equal(3, ((JsonObject)((JsonObject)item["Held"]!)["M"]!).Count);
    }

    [Fact]
    public async Task Items_AreThereAfterARestart_AndGoWithTheirTable()
    {
        var path = Directory.CreateTempSubdirectory("jobmgmt-tables-").FullName;
        await using (var runtime = await TestRuntime.StartAsync(dataPath: path))
        {
            await CreateAsync(runtime, "kept");
            await PutAsync(runtime, """{"TableName":"kept","Item":{"Lock":{"S":"é\"{% $x %}"}}}""");
        }

        await using (var runtime = await TestRuntime.StartAsync(dataPath: path))
        {
            Assert.Single((JsonArray)(await CallAsync(runtime, "Scan", """{"TableName":"kept"}"""))["Items"]!);
            await CallAsync(runtime, "DeleteTable", """{"TableName":"kept"}""");
            await CreateAsync(runtime, "kept");
            Assert.Empty((JsonArray)(await CallAsync(runtime, "Scan", """{"TableName":"kept"}"""))["Items"]!);
        }

        ScratchFolder.Delete(path);
    }

    [Fact]
    public async Task Items_AreDeleted_WhenTheirTimeIsOver()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock);
        await CreateAsync(runtime, "short");
        await CallAsync(runtime, "UpdateTimeToLive", """{"TableName":"short","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"at"}}""");
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (name, at) in new[] { ("over", now - 1), ("to come", now + 86400), ("long ago", 5) })
        {
            await PutAsync(runtime, string.Create(CultureInfo.InvariantCulture, $$"""{"TableName":"short","Item":{"at":{"N":"{{at}}"}, "Lock":{"S":"{{name}}" } } }"""));
        }

        clock.Advance(TimeSpan.FromMinutes(1));

        var left = await Eventually.GetAsync(() => CallAsync(runtime, "Scan", """{"TableName":"short"}"""), answer => answer["Count"]!.ToString() == "2");
        Assert.DoesNotContain("over", left.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dynamodb:updateItem", "DynamoDB", "(Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException; ")]
    [InlineData("aws-sdk:dynamodb:updateItem", "DynamoDb", "(Service: DynamoDb, Status Code: 400, Request ID: ")]
    public async Task Tasks_CallIt(string resource, string error, string cause)
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock);
        var states = new StatesDriver(runtime, clock);
        await CreateAsync(runtime, "locks");
        var machine = await states.CreateAsync("m", """
            {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::RESOURCE","Arguments":{
            "TableName":"locks","Key":{"Lock":{"S":"a"}},"UpdateExpression":"SET small = :one","ConditionExpression":"attribute_not_exists(small)",
            "ExpressionAttributeValues":{":one":{"M":{"inner name":{"N":"{% $string(1) %}"}}}},"ReturnValues":"ALL_NEW"},"Output":"{% $states.result.Attributes %}","End":true}}}
            """.Replace("RESOURCE", resource, StringComparison.Ordinal));

        var first = await states.EndAsync(await states.StartAsync(machine, name: "first"));
        var second = await states.EndAsync(await states.StartAsync(machine, name: "second"));

        Assert.Equal("""{"Lock":{"S":"a"},"small":{"M":{"inner name":{"N":"1"}}}}""", first.Text("output"));
        Assert.Equal(error + ".ConditionalCheckFailedException", second.Text("error"));
        Assert.StartsWith("The conditional request failed " + cause, second.Text("cause"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_StoreTheirToken_AndWait()
    {
        var clock = new FakeTimeProvider(StatesDriver.Noon);
        await using var runtime = await TestRuntime.StartAsync(clock);
        var states = new StatesDriver(runtime, clock);
        await CreateAsync(runtime, "locks");
        var machine = await states.CreateAsync("m", """
            {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:dynamodb:putItem.waitForTaskToken","Arguments":{
            "TableName":"locks","Item":{"Lock":{"S":"a"},"Token":{"S":"{% $states.context.Task.Token %}"}}},"End":true}}}
            """);
        var execution = await states.StartAsync(machine, name: "waits");
        await states.SettleAsync();

        var item = (JsonObject)(await CallAsync(runtime, "GetItem", """{"TableName":"locks","Key":{"Lock":{"S":"a"}}}"""))["Item"]!;
        await states.CallAsync("SendTaskSuccess", ("taskToken", ((JsonObject)item["Token"]!)["S"]), ("output", "7"));

        Assert.Equal("7", (await states.EndAsync(execution)).Text("output"));
    }

    [Boto3Fact]
    public async Task Tables_AreAsOnAws_ForBoto3AndTheCli()
    {
        await using var runtime = await TestRuntime.StartAsync();

        Assert.Equal("tables are as on AWS\n", await Boto3Script.RunAsync(runtime, "tables.py"));
    }

    [Theory]
    [InlineData("CreateTable", """{"TableName":"x.y","GlobalSecondaryIndexes":[]}""", "The local runtime does not serve GlobalSecondaryIndexes of DynamoDB.")]
    [InlineData("UpdateItem", """{"TableName":"locks","Key":{"Lock":{"S":"a"}},"AttributeUpdates":{"a":{"Action":"DELETE"}}}""", "The local runtime does not serve AttributeUpdates of DynamoDB.")]
    [InlineData("Query", """{"TableName":"locks","IndexName":"other","KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"a"}}}""", "The local runtime does not serve IndexName of DynamoDB.")]
    [InlineData("TransactWriteItems", "{}", "The local runtime does not serve the operation TransactWriteItems of dynamodb.")]
    public async Task WhatIsNotServed_IsRefusedByName(string operation, string request, string message)
    {
        await using var runtime = await TestRuntime.StartAsync();
        await CreateAsync(runtime, "locks");
        var whole = operation == "CreateTable" ? Key + request[1..] : request;

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => CallAsync(runtime, operation, whole));

        Assert.Equal(message, error.ServiceMessage);
    }

    private static Task<JsonObject> CallAsync(TestRuntime runtime, string operation, string request) =>
        runtime.Client.CallAsync("dynamodb", operation, (JsonObject)JsonValue.Parse(request));

    private static Task CreateAsync(TestRuntime runtime, string name) => CallAsync(runtime, "CreateTable", $$"""{{Key}}"TableName":"{{name}}"}""");

    private static Task PutAsync(TestRuntime runtime, string request) => CallAsync(runtime, "PutItem", request);

    private static async Task<bool> TakeAsync(TestRuntime runtime, int number)
    {
        try
        {
            await CallAsync(runtime, "UpdateItem", """
                {"TableName":"locks","Key":{"Lock":{"S":"a"}},"UpdateExpression":"SET Held.#me = :me","ConditionExpression":"size(Held) < :most",
                "ExpressionAttributeNames":{"#me":"NUMBER"},"ExpressionAttributeValues":{":me":{"S":"x"},":most":{"N":"3"}}}
                """.Replace("NUMBER", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            return true;
        }
        catch (AwsErrorException error) when (error.Code == "ConditionalCheckFailedException")
        {
            return false;
        }
    }
}
