using System.Text;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tests.Wire;

/// <summary>Requests that no honest client makes, and what is left out or too much in others.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync() => _runtime = await TestRuntime.StartAsync();

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task Call_IsRefused_WhenItsFormNestsWithoutEnd()
    {
        var form = "Action=ListRoles&" + string.Join('.', Enumerable.Repeat("a", 100_000)) + "=1";

        var (status, body) = await _runtime.Client.SendAsync("iam", "application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(form));

        Assert.Equal(400, status);
        Assert.Contains("<Code>MalformedInput</Code>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_IsRefusedInTheServicesForm_WhenItsBodyIsTooLarge()
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(
            () => _runtime.CallAsync("states", "StartExecution", ("input", new string('x', 40 << 20))));

        Assert.Equal((413, "RequestEntityTooLargeException"), (error.Status, error.Code));
    }

    [Fact]
    public async Task Call_IsTaken_WhenItsBodyIsAsLargeAsADefinitionMayBe()
    {
        var definition = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}},"Comment":"COMMENT"}"""
            .Replace("COMMENT", new string('é', 500_000), StringComparison.Ordinal);

        var answer = await _runtime.CallAsync(
            "states", "CreateStateMachine", ("name", "large"), ("definition", definition), ("roleArn", "arn:aws:iam::000000000000:role/any"));

        Assert.NotNull(answer["stateMachineArn"]);
    }

    [Theory]
    [InlineData("states", "TagResource", "resourceArn, tags")]
    [InlineData("states", "UntagResource", "resourceArn, tagKeys")]
    [InlineData("ssm", "AddTagsToResource", "ResourceType, ResourceId, Tags")]
    [InlineData("ssm", "RemoveTagsFromResource", "ResourceType, ResourceId, TagKeys")]
    [InlineData("ssm", "ListTagsForResource", "ResourceType, ResourceId")]
    [InlineData("events", "TagResource", "ResourceARN, Tags")]
    [InlineData("events", "UntagResource", "ResourceARN, TagKeys")]
    [InlineData("events", "RemoveTargets", "Rule, Ids")]
    [InlineData("logs", "TagResource", "resourceArn, tags")]
    [InlineData("logs", "UntagResource", "resourceArn, tagKeys")]
    [InlineData("logs", "ListTagsForResource", "resourceArn")]
    public async Task Call_NamesEveryRequiredMember_WhenAllAreMissing(string service, string operation, string members)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.CallAsync(service, operation));

        Assert.Equal(service == "logs" ? "InvalidParameterException" : "ValidationException", error.Code);
        Assert.All(members.Split(", "), member => Assert.Contains($"Value null at '{member}'", error.ServiceMessage, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"a\":null}")]
    [InlineData("{\"a\":5}")]
    [InlineData("{\"a\":[]}")]
    public async Task LogGroup_IsNotMade_WhenATagIsNoText(string tags)
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(
            () => _runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "g"), ("tags", JsonValue.Parse(tags))));

        Assert.Equal("SerializationException", error.Code);
    }

    [Fact]
    public async Task Rule_IsNotMade_WhenItsNameEndsWithALineEnd()
    {
        var error = await Assert.ThrowsAsync<AwsErrorException>(
            () => _runtime.CallAsync("events", "PutRule", ("Name", "high\n"), ("EventPattern", """{"source":["a"]}""")));

        Assert.Equal("ValidationException", error.Code);
    }
}
