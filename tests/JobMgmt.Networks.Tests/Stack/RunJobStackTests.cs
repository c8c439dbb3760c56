using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Stack;

public sealed class RunJobStackTests
{
    [Fact]
    public void Artefacts_AreEqual_WhenMadeTwice()
    {
        var first = RunJobStack.Artefacts(Samples.Names);
        var second = RunJobStack.Artefacts(Samples.Names);

        Assert.Equal(first.Select(item => (item.Kind, item.Name, item.Arn, item.Body.ToString())), second.Select(item => (item.Kind, item.Name, item.Arn, item.Body.ToString())));
    }

    [Fact]
    public void Artefacts_ShareNoName_WhenStacksStandSideBySide()
    {
        var plain = RunJobStack.Artefacts(Samples.Names);
        var dev = RunJobStack.Artefacts(new RunJobStackNames("dev", "aws", "ap-northeast-1", "123456789012"));

        Assert.Empty(plain.Select(item => (item.Kind, item.Name)).Intersect(dev.Select(item => (item.Kind, item.Name))));
    }

    [Fact]
    public void Names_FitAwsLimits_WhenPrefixRegionAndChannelAreTheLongest()
    {
        var names = new RunJobStackNames(new string('p', 16), "aws-us-gov", "us-isob-northeast-99", "123456789012");
        var artefacts = RunJobStack.Artefacts(names, new RunJobStackOptions { Channels = [new string('c', 32)] });

        Assert.All(artefacts.OfType<RoleArtefact>(), role => Assert.InRange(role.Name.Length, 1, 64));
        Assert.All(artefacts.OfType<RuleArtefact>(), rule => Assert.InRange(rule.Name.Length, 1, 64));
        Assert.All(artefacts.OfType<StateMachineArtefact>(), machine => Assert.InRange(machine.Name.Length, 1, 80));
        Assert.All(artefacts.OfType<RuleArtefact>(), rule => Assert.InRange(rule.EventPattern.ToString().Length, 1, 2048));
        Assert.All(artefacts.OfType<RoleArtefact>(), role => Assert.InRange(role.Policies.Values.Sum(policy => policy.ToString().Length), 1, 10_240));
    }

    [Fact]
    public void Channels_FitAwsLimits_WhenThereAreAsManyAsThereMayBe()
    {
        var names = new RunJobStackNames(new string('p', 16), "aws-us-gov", "us-isob-northeast-99", "123456789012");
        var channels = Enumerable.Range(0, RunJobStackOptions.MaxChannels - 1).Select(i => $"{i:00}{new string('c', 30)}").Append("high").ToArray();
        var artefacts = RunJobStack.Artefacts(names, new RunJobStackOptions { Channels = channels });

        Assert.All(artefacts.OfType<RuleArtefact>(), rule => Assert.InRange(rule.EventPattern.ToString().Length, 1, 2048));
        Assert.InRange(artefacts.OfType<LogResourcePolicyArtefact>().Single().Body.ToString().Length, 1, 5120);
        var refused = Assert.Throws<ArgumentException>(() => RunJobStack.Artefacts(names, new RunJobStackOptions { Channels = [.. channels, "one-more"] }));
        Assert.Equal("Channels", refused.ParamName);
        Assert.Contains("at most 40 channels", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jobs/日次 (1)", "No tag takes ( ).")]
    [InlineData("it's", "No tag takes '.")]
    public void Artefacts_Refuse_KeyPrefixThatMakesNoTag(string prefix, string fault) =>
        Assert.Contains(fault, Assert.Throws<ArgumentException>(() => RunJobStack.Artefacts(Samples.Names, new RunJobStackOptions { OutputS3KeyPrefix = prefix })).Message, StringComparison.Ordinal);

    [Fact]
    public void Document_LeavesRoomForParameters()
    {
        var document = RunJobStack.Artefacts(Samples.Names).OfType<DocumentArtefact>().Single();

        // 64 KB together with the parameters, of which the commands may take 40,000 bytes and their frame and the token another 4,000.
        Assert.InRange(document.Content.ToString().Length, 1, 65_536 - 44_000);
    }

    [Theory]
    [InlineData("", "an empty channel")]
    [InlineData("a b", "a space")]
    [InlineData("重要", "beyond ASCII")]
    [InlineData("123456789012345678901234567890123", "33 characters")]
    public void Artefacts_Refuses_ChannelThatMakesNoRuleName(string channel, string reason) =>
        Assert.True(Assert.Throws<ArgumentException>(() => RunJobStack.Artefacts(Samples.Names, new RunJobStackOptions { Channels = [channel] })).ParamName == "Channels", reason);

    [Fact]
    public void Artefacts_Refuses_RetentionThatLogsDoesNotTake() =>
        Assert.Equal("JobLogRetentionInDays", Assert.Throws<ArgumentException>(() => RunJobStack.Artefacts(Samples.Names, new RunJobStackOptions { JobLogRetentionInDays = 31 })).ParamName);

    [Theory]
    [InlineData("-dev")]
    [InlineData("de v")]
    [InlineData("a.b")]
    [InlineData("12345678901234567")]
    public void Names_Refuse_Prefix(string prefix) =>
        Assert.Throws<ArgumentException>(() => new RunJobStackNames(prefix, "aws", "ap-northeast-1", "123456789012"));

    [Theory]
    [InlineData(null, "JobNetwork-nightly", true, "nightly")]
    [InlineData(null, "JobNetwork-", false, "")]
    [InlineData(null, "dev-JobNetwork-nightly", false, "")]
    [InlineData("dev", "dev-JobNetwork-nightly", true, "nightly")]
    [InlineData("dev", "JobNetwork-nightly", false, "")]
    [InlineData(null, "RunJob", false, "")]
    public void TryNetworkName_KnowsItsOwn(string? prefix, string machine, bool known, string name)
    {
        var names = new RunJobStackNames(prefix, "aws", "ap-northeast-1", "123456789012");

        Assert.Equal(known, names.TryNetworkName(machine, out var found));
        Assert.Equal(name, found);
    }
}
