using System.Text;
using JobMgmt.Runtime.Tests.Testing;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Extensions.Time.Testing;

namespace JobMgmt.Runtime.Tests.Notifications;

/// <summary>Topics whose subscribers get mails, handed to a real mail server.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:us-east-1:000000000000:alerts";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private TestRuntime _runtime = null!;

    public async Task InitializeAsync() => _runtime = await TestRuntime.StartAsync(_clock);

    public async Task DisposeAsync() => await _runtime.DisposeAsync();

    [Fact]
    public async Task Event_IsMailedToTheSubscribers_OfARulesTopic()
    {
        using var server = new SmtpListener(250);
        await Subscribe(server);
        await _runtime.CallAsync("events", "PutRule", ("Name", "r"), ("EventPattern", """{"source":["test"]}"""));
        await _runtime.CallAsync("events", "PutTargets", ("Rule", "r"), ("Targets", JsonValue.Parse(
            """[{"Id":"mail","Arn":"arn:aws:sns:us-east-1:000000000000:alerts","InputTransformer":{"InputPathsMap":{"n":"$.detail.n"},"InputTemplate":"\"Failed: <n>\"\n\"more\""}}]""")));

        await _runtime.CallAsync("events", "PutEvents", ("Entries", JsonValue.Parse("""[{"Source":"test","DetailType":"Test","Detail":"{\"n\":\"nightly\"}"}]""")));

        await Eventually.IsTrueAsync(() => server.Mails.Length == 1);
        Assert.Contains("From: Jobs <jobs@example.com>\n", server.Mails[0], StringComparison.Ordinal);
        Assert.Contains("To: ops@example.com\n", server.Mails[0], StringComparison.Ordinal);
        Assert.Contains("Subject: Failed: nightly\n", server.Mails[0], StringComparison.Ordinal);
        Assert.Contains("\n\"Failed: nightly\"\n\"more\"\n", server.Mails[0], StringComparison.Ordinal);
        Assert.Equal(["user:pass"], server.Logins);
    }

    [Theory]
    [InlineData(451, 2, 1, "the server asks to come again")]
    [InlineData(550, 1, 0, "there is no such recipient")]
    public async Task Mail_IsHandedOverAgain_WhereThatMayHelp(int first, int attempts, int mails, string reason)
    {
        using var server = new SmtpListener(first, 250);
        await Subscribe(server);

        await _runtime.CallAsync("sns", "Publish", ("TopicArn", Topic), ("Message", "m"), ("Subject", "s"));
        await NotificationState.SettleAsync(_runtime, _clock);

        Assert.True((attempts, mails) == (server.Recipients, server.Mails.Length), $"{reason}: {server.Recipients} attempts, {server.Mails.Length} mails");
    }

    [Fact]
    public async Task Subscribe_IsRefused_WithoutAMailServer_AndSaysWhatToSet()
    {
        await _runtime.CallAsync("sns", "CreateTopic", ("Name", "alerts"));

        var error = await Assert.ThrowsAsync<AwsErrorException>(
            () => _runtime.CallAsync("sns", "Subscribe", ("TopicArn", Topic), ("Protocol", "email"), ("Endpoint", "ops@example.com")));

        Assert.Equal("InvalidParameter", error.Code);
        Assert.Contains("Start-JobRuntime -SmtpServer", error.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subscribe", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:none","Protocol":"email","Endpoint":"a@example.com"}""", "NotFound")]
    [InlineData("Subscribe", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:alerts","Protocol":"email","Endpoint":"nobody"}""", "InvalidParameter")]
    [InlineData("Subscribe", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:alerts","Protocol":"https","Endpoint":"https://example.com"}""", "InvalidParameter")]
    [InlineData("Publish", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:none","Message":"m"}""", "NotFound")]
    [InlineData("Publish", """{"TopicArn":"arn:aws:sns:us-east-1:000000000000:alerts","Message":""}""", "InvalidParameter")]
    [InlineData("CreateTopic", """{"Name":"a b"}""", "InvalidParameter")]
    [InlineData("CreateTopic", """{"Name":"a.fifo","Attributes":{"FifoTopic":"true"}}""", "InvalidParameter")]
    public async Task Call_IsRefused(string operation, string input, string code)
    {
        using var server = new SmtpListener(250);
        await Subscribe(server);

        var error = await Assert.ThrowsAsync<AwsErrorException>(() => _runtime.Client.CallAsync("sns", operation, (JsonObject)JsonValue.Parse(input)));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task QueryClients_AreAnsweredInXml()
    {
        async Task<string> Send(string form) => (await _runtime.Client.SendAsync("sns", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form + "&Version=2010-03-31"))).Body;

        await Send("Action=CreateTopic&Name=alerts&Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=Ops&Tags.member.1.Key=k&Tags.member.1.Value=v");
        var attributes = await Send("Action=GetTopicAttributes&TopicArn=" + Topic);
        var tags = await Send("Action=ListTagsForResource&ResourceArn=" + Topic);

        Assert.Contains("<entry><key>DisplayName</key><value>Ops</value></entry>", attributes, StringComparison.Ordinal);
        Assert.Contains("<Tags><member><Key>k</Key><Value>v</Value></member></Tags>", tags, StringComparison.Ordinal);
    }

    private async Task Subscribe(SmtpListener server)
    {
        await File.WriteAllTextAsync(
            Path.Combine(_runtime.DataPath, "smtp.json"),
            $$"""{"server":"127.0.0.1","port":{{server.Port}},"security":"None","from":"Jobs <jobs@example.com>","user":"user","password":"pass"}""");
        await _runtime.CallAsync("sns", "CreateTopic", ("Name", "alerts"));
        await _runtime.CallAsync("sns", "Subscribe", ("TopicArn", Topic), ("Protocol", "email"), ("Endpoint", "ops@example.com"));
    }
}
