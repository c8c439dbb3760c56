using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Notifications;

/// <summary>Rules whose target is an API destination: the request that is really made, what is tried again, and what is shown of secrets.</summary>
public sealed class ApiDestinationTests : IAsyncLifetime
{
    private const string Key = "s3cret-key";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("jobmgmt-test-").FullName;
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync() => _runtime = await TestRuntime.StartAsync(_clock, _folder);

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        ScratchFolder.Delete(_folder);
    }

    [Fact]
    public async Task Request_CarriesTheEvent_TheKeyAndASignature()
    {
        using var endpoint = new WebhookListener(200);
        await Target(endpoint.Address + "hook/*?a=1", """{"PathParameterValues":["$.detail.id"],"HeaderParameters":{"X-Id":"$.detail.id"},"QueryStringParameters":{"b":"x y"}}""");

        await Put("""{"id":"é/1"}""");

        await Eventually.IsTrueAsync(() => endpoint.Requests.Length == 1);
        var request = endpoint.Requests[0];
        Assert.Equal(("POST", "/hook/%C3%A9%2F1?a=1&b=x%20y"), (request.Method, request.Url));
        Assert.Equal(JsonValue.Parse("""{"id":"é/1"}"""), ((JsonObject)JsonValue.Parse(request.Body))["detail"]);
        Assert.Equal((Key, "application/json; charset=utf-8", "always"), (request.Headers["X-Api-Key"], request.Headers["Content-Type"], request.Headers["X-Always"]));
        var seconds = _clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"{seconds}.{request.Body}")));
        Assert.Equal($"t={seconds},v1={signature}", request.Headers["X-JobMgmt-Signature"]);
    }

    [Theory]
    [InlineData(503, 2, "the endpoint may be well again")]
    [InlineData(429, 2, "asked to wait")]
    [InlineData(401, 2, "a key that is being changed")]
    [InlineData(0, 2, "no answer within 5 seconds")]
    [InlineData(400, 1, "it will never be taken")]
    [InlineData(302, 1, "no redirect is followed")]
    public async Task Request_IsMadeAgain_WhereThatMayHelp(int first, int attempts, string reason)
    {
        using var endpoint = new WebhookListener(first, 200);
        await Target(endpoint.Address);

        await Put("""{"n":1}""");
        await Eventually.IsTrueAsync(() => endpoint.Requests.Length > 0);
        _clock.Advance(TimeSpan.FromSeconds(first == 0 ? 5 : 0));
        await Settle();

        Assert.True(attempts == endpoint.Requests.Length, reason);
        Assert.Single(endpoint.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task Request_IsGivenUp_AsTheRetryPolicySays()
    {
        using var endpoint = new WebhookListener(500);
        await Target(endpoint.Address, "{}", """{"MaximumRetryAttempts":2}""");

        await Put("""{"n":1}""");
        await Settle();

        Assert.Equal(3, endpoint.Requests.Length);
    }

    [Fact]
    public async Task WhatBecameOfIt_IsAnEvent_ButNotOfSuchAnEvent()
    {
        using var endpoint = new WebhookListener(503, 400);
        using var told = new WebhookListener(400);
        await Target(endpoint.Address);
        await Target(told.Address, name: "told");
        await Call("PutRule", """{"Name":"told","EventPattern":"{\"source\":[\"jobmgmt.events\"]}"}""");

        await Put("""{"n":1}""");
        await Settle();

        Assert.Equal(
            ["Event Delivery Delayed d the endpoint answered 503", "Event Delivery Failed d the endpoint answered 400"],
            told.Requests.Select(request => (JsonObject)JsonValue.Parse(request.Body)).Select(told => string.Join(' ', new[] { told["detail-type"], ((JsonObject)told["detail"]!)["rule"], ((JsonObject)told["detail"]!)["error"] }.Select(text => ((JsonString)text!).Value))));
    }

    [Fact]
    public async Task Request_GoesOn_AfterTheRuntimeWasAway()
    {
        using var endpoint = new WebhookListener(500, 200);
        await Target(endpoint.Address);
        await Put("""{"n":1}""");
        await Eventually.IsTrueAsync(() => endpoint.Requests.Length == 1);

        await _runtime.DisposeAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _runtime = await TestRuntime.StartAsync(_clock, _folder);

        await Eventually.IsTrueAsync(() => endpoint.Requests.Length == 2);
        await Settle();
        Assert.Equal(2, endpoint.Requests.Length);
    }

    [Fact]
    public async Task EndpointThatDoesNotAnswer_HoldsUpNoOther()
    {
        using var mute = new WebhookListener(0);
        using var well = new WebhookListener(200);
        await Target(mute.Address, name: "mute");
        await Target(well.Address, name: "well");

        await Put("""{"n":1}""");

        await Eventually.IsTrueAsync(() => well.Requests.Length == 1);
    }

    [Fact]
    public async Task Secrets_AreInNoAnswer_AndInNoFile()
    {
        using var endpoint = new WebhookListener(200);
        await Target(endpoint.Address);

        var described = await Call("DescribeConnection", """{"Name":"c"}""");
        var listed = await Call("ListConnections", "{}");

        Assert.DoesNotContain(Key, described.ToString() + listed, StringComparison.Ordinal);
        Assert.Equal(
            JsonValue.Parse("""{"ApiKeyAuthParameters":{"ApiKeyName":"X-Api-Key"},"InvocationHttpParameters":{"HeaderParameters":[{"Key":"X-Always","IsValueSecret":true}]}}"""),
            described["AuthParameters"]);
        foreach (var file in Directory.GetFiles(_folder, "jobmgmt.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(Key, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Connection_KeepsItsKey_WhenSomethingElseIsChanged()
    {
        using var endpoint = new WebhookListener(200);
        await Target(endpoint.Address);

        await Call("UpdateConnection", """{"Name":"c","Description":"d","AuthParameters":{"ApiKeyAuthParameters":{"ApiKeyName":"X-Other"}}}""");
        await Put("""{"n":1}""");

        await Eventually.IsTrueAsync(() => endpoint.Requests.Length == 1);
        Assert.Equal(Key, endpoint.Requests[0].Headers["X-Other"]);
    }

    [Theory]
    [InlineData("CreateApiDestination", """{"Name":"d2","ConnectionArn":"CONNECTION","InvocationEndpoint":"http://example.com/","HttpMethod":"POST"}""", "ValidationException", "must begin with https://")]
    [InlineData("CreateApiDestination", """{"Name":"d","ConnectionArn":"CONNECTION","InvocationEndpoint":"https://example.com/","HttpMethod":"POST"}""", "ResourceAlreadyExistsException", "already exists")]
    [InlineData("CreateApiDestination", """{"Name":"d2","ConnectionArn":"arn:aws:events:us-east-1:000000000000:connection/none/1","InvocationEndpoint":"https://example.com/","HttpMethod":"POST"}""", "ResourceNotFoundException", "does not exist")]
    [InlineData("CreateConnection", """{"Name":"c2","AuthorizationType":"BASIC","AuthParameters":{}}""", "ValidationException", "BasicAuthParameters must be given")]
    [InlineData("CreateConnection", """{"Name":"c","AuthorizationType":"BASIC","AuthParameters":{"BasicAuthParameters":{"Username":"u","Password":"p"}}}""", "ResourceAlreadyExistsException", "already exists")]
    [InlineData("DescribeApiDestination", """{"Name":"none"}""", "ResourceNotFoundException", "none")]
    [InlineData("DeleteConnection", """{"Name":"none"}""", "ResourceNotFoundException", "none")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"q","Arn":"arn:aws:sqs:us-east-1:000000000000:q"}]}""", "ValidationException", "The local runtime delivers to")]
    public async Task Call_IsRefused(string operation, string input, string code, string message)
    {
        using var endpoint = new WebhookListener(200);
        var connection = await Target(endpoint.Address, name: "r");
        await Target(endpoint.Address);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => Call(operation, input.Replace("CONNECTION", connection, StringComparison.Ordinal)));

        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.ServiceMessage, StringComparison.Ordinal);
    }

    private Task Settle() => NotificationState.SettleAsync(_runtime, _clock);

    private async Task<string> Target(string address, string http = "{}", string retry = "{}", string name = "d")
    {
        var suffix = name == "d" ? "" : name;
        var connection = await Call("CreateConnection", $$$$"""
            {"Name":"c{{{{suffix}}}}","AuthorizationType":"API_KEY","AuthParameters":{"ApiKeyAuthParameters":{"ApiKeyName":"X-Api-Key","ApiKeyValue":"{{{{Key}}}}"},
            "InvocationHttpParameters":{"HeaderParameters":[{"Key":"X-Always","Value":"always","IsValueSecret":true}]}}}
            """);
        var arn = ((JsonString)connection["ConnectionArn"]!).Value;
        var destination = await Call("CreateApiDestination", $$"""{"Name":"{{name}}","ConnectionArn":"{{arn}}","InvocationEndpoint":"{{address}}","HttpMethod":"POST"}""");
        await Call("PutRule", $$"""{"Name":"{{name}}","EventPattern":"{\"source\":[\"test\"]}"}""");
        await _runtime.CallAsync("events", "PutTargets", ("Rule", name), ("Targets", new JsonArray([JsonObject.Of(
            ("Id", "hook"),
            ("Arn", destination["ApiDestinationArn"]),
            ("RoleArn", "arn:aws:iam::000000000000:role/r"),
            ("HttpParameters", JsonValue.Parse(http)),
            ("RetryPolicy", JsonValue.Parse(retry)))])));
        return arn;
    }

    private Task<JsonObject> Call(string operation, string input) => _runtime.Client.CallAsync("events", operation, (JsonObject)JsonValue.Parse(input));

    private Task<JsonObject> Put(string detail) =>
        _runtime.CallAsync("events", "PutEvents", ("Entries", new JsonArray([JsonObject.Of(("Source", "test"), ("DetailType", "Test"), ("Detail", detail))])));
}
