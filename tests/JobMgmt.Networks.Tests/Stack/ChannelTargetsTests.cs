using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Stack;

/// <summary>What the targets of a channel are sent, and what EventBridge must be allowed for them.</summary>
public sealed class ChannelTargetsTests
{
    [Theory]
    [InlineData("echo hello")]
    [InlineData("cat <<'X' > /tmp/f; echo \"$ALERT\" \\ <aws.events.event> é 🙂")]
    public void CommandTemplate_IsReadAsItWasGiven_AndNamesNothingButTheEvent(string line)
    {
        var template = ChannelTargets.CommandTemplate([line, "exit 0"], new Dictionary<string, string> { ["role"] = "o<p>s" });

        Assert.True(ChannelTargets.TryReadCommand(template, out var commands, out var tags));
        Assert.Equal([line, "exit 0"], commands);
        Assert.Equal(["role=o<p>s"], tags);
        Assert.Equal(template.LastIndexOf('<'), template.IndexOf('<', StringComparison.Ordinal));
        Assert.EndsWith(",\"Alert\":<aws.events.event.json>}", template, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"<x>\"")]
    [InlineData("{}")]
    public void TryReadCommand_PassesOver_WhatIsNoneOfOurs(string? template) => Assert.False(ChannelTargets.TryReadCommand(template, out _, out _));

    [Fact]
    public void Policy_AllowsWhatTheTargetsNeed_AndNothingElse()
    {
        Assert.Null(ChannelTargets.Policy(new Dictionary<string, string> { [ChannelTargets.Log] = "l", [ChannelTargets.Command] = "c", ["foreign"] = "f" }));
        Assert.Equal(
            JsonValue.Parse("""
                {"Version":"2012-10-17","Statement":[
                    {"Effect":"Allow","Action":["lambda:InvokeFunction"],"Resource":["f"]},
                    {"Effect":"Allow","Action":["events:InvokeApiDestination"],"Resource":["w"]}]}
                """),
            ChannelTargets.Policy(new Dictionary<string, string> { [ChannelTargets.Webhook] = "w", [ChannelTargets.Lambda] = "f", [ChannelTargets.Log] = "l" }));
    }

    [Fact]
    public void MailTemplate_NamesOnlyPathsThatAreThere()
    {
        var named = System.Text.RegularExpressions.Regex.Matches(ChannelTargets.MailTemplate, "<([a-z]+)>").Select(match => match.Groups[1].Value).Distinct().Order();

        Assert.Equal(ChannelTargets.MailPaths.Keys.Order(), named);
    }
}
