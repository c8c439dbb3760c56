using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Tests.Compilation;

public sealed class CommandLinesTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(48, 0)]
    [InlineData(49, 0)]
    [InlineData(500, 0)]
    [InlineData(500, 2)]
    [InlineData(60, 3)]
    public void Pack_KeepsTheScript_WhateverTheLines(int count, int blankEvery)
    {
        var lines = Enumerable.Range(0, count).Select(i => blankEvery > 0 && i % blankEvery == 0 ? "" : $"line {i}").ToArray();

        var texts = CommandLines.Pack(lines);

        Assert.Equal(string.Join('\n', lines), string.Join('\n', texts));
        Assert.Equal(lines, CommandLines.Unpack(texts));
        Assert.InRange(texts.Count, 1, CommandLines.MaxTexts);
        Assert.All(texts, text => Assert.NotEqual("", text));
    }

    [Fact]
    public void Pack_LeavesShortScriptsAsTheyAre() => Assert.Equal(["echo 'SUCCESS'", "true"], CommandLines.Pack(["echo 'SUCCESS'", "true"]));
}
