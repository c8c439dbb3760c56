using System.Text;
using System.Xml.Linq;
using JobMgmt.Runtime.Tests.Commands;
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
    [InlineData("ssm", "AddTagsToResource", "resourceType, resourceId, tags")]
    [InlineData("ssm", "RemoveTagsFromResource", "resourceType, resourceId, tagKeys")]
    [InlineData("ssm", "ListTagsForResource", "resourceType, resourceId")]
    [InlineData("events", "TagResource", "resourceARN, tags")]
    [InlineData("events", "UntagResource", "resourceARN, tagKeys")]
    [InlineData("events", "RemoveTargets", "rule, ids")]
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

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("253402300800")]
    public async Task Event_IsNotPut_WhenNoClockShowsItsTime(string time)
    {
        var entries = JsonValue.Parse($$"""[{"Source":"a","DetailType":"b","Detail":"{}","Time":{{time}}}]""");

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.CallAsync("events", "PutEvents", ("Entries", entries)));

        Assert.Equal((400, "SerializationException"), (error.Status, error.Code));
    }

    [Theory]
    [InlineData("4611686018427387904")]
    [InlineData("-1")]
    public async Task LogEvent_IsNotPut_WhenNoClockShowsItsTime(string time)
    {
        await _runtime.CallAsync("logs", "CreateLogGroup", ("logGroupName", "g"));
        await _runtime.CallAsync("logs", "CreateLogStream", ("logGroupName", "g"), ("logStreamName", "s"));

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.CallAsync(
            "logs", "PutLogEvents", ("logGroupName", "g"), ("logStreamName", "s"), ("logEvents", JsonValue.Parse($$"""[{"timestamp":{{time}},"message":"m"}]"""))));

        Assert.Equal("InvalidParameterException", error.Code);
    }

    [Fact]
    public async Task Answer_IsXmlThatClientsRead_WhateverCharactersItRepeats()
    {
        var form = Encoding.ASCII.GetBytes("Action=CreateRole&RoleName=a%01b%EF%BF%BF&AssumeRolePolicyDocument=x");

        var (status, body) = await _runtime.Client.SendAsync("iam", "application/x-www-form-urlencoded", form);

        Assert.Equal(400, status);
        Assert.Contains("a\ufffdb\ufffd", XDocument.Parse(body).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_IsNotTagged_WithControlCharacters()
    {
        var worker = await _runtime.RunWorkerAsync();

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.CallAsync(
            "ec2", "CreateTags", ("Resources", JsonValue.Parse($"[\"{worker}\"]")), ("Tags", JsonValue.Parse("""[{"Key":"a\u0001","Value":"b"}]"""))));

        Assert.Equal("InvalidParameterValue", error.Code);
    }
}
