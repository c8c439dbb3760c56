using System.Xml.Linq;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Pictures;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Pictures;

public sealed class PictureWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(true, "picture-run.mmd")]
    [InlineData(false, "picture.mmd")]
    public void Mermaid_IsAsRead(bool withRun, string golden) => Golden.AssertSame(golden, MermaidPictureWriter.Write(PictureSamples.Everything(withRun)));

    [Theory]
    [InlineData(true, "picture-run.dot")]
    [InlineData(false, "picture.dot")]
    public void Dot_IsAsRead(bool withRun, string golden) => Golden.AssertSame(golden, DotPictureWriter.Write(PictureSamples.Everything(withRun)));

    [Theory]
    [InlineData(true, "picture-run.svg")]
    [InlineData(false, "picture.svg")]
    public void Svg_IsAsSeen(bool withRun, string golden) => Golden.AssertSame(golden, SvgPictureWriter.Write(PictureSamples.Everything(withRun)));

    [Fact]
    public void Svg_SaysItAllInWords()
    {
        var svg = XDocument.Parse(SvgPictureWriter.Write(PictureSamples.Everything(true))).Root!;
        Assert.Equal("nightly \"a\" <b>", svg.Element(Svg + "title")!.Value);
        Assert.StartsWith("6 jobs (1 Pending, 1 Running, 1 Succeeded, 1 Failed, 1 Aborted, 1 Skipped); load \"売上\" #1 after extract;", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("clean: always: Pending", svg.Descendants(Svg + "title").Select(title => title.Value));
        Assert.Empty(svg.DescendantsAndSelf().Attributes("id"));
    }

    [Fact]
    public void Svg_StaysADocument_WhateverTheNamesAre()
    {
        var network = new JobNetwork { Jobs = [new JobDefinition { Name = "a\u0001]]>\uD800b\uFFFF" }] };
        var svg = XDocument.Parse(SvgPictureWriter.Write(NetworkPicture.Of(network, "", null)));
        Assert.Contains("a ]]>\uFFFDb\uFFFD", svg.Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void LinesThatFollowFromOthers_AreLeftOut_SaveBehindAJobThatRunsOnFailure()
    {
        JobNetwork Network(JobRunOn runOn) => new()
        {
            Jobs = [new() { Name = "a", After = [] }, new() { Name = "b", After = ["a"], RunOn = runOn }, new() { Name = "c", After = ["a", "b"] }],
        };
        Assert.Equal([1], NetworkPicture.Of(Network(JobRunOn.Success), "", null).Jobs[2].After);
        Assert.Equal([0, 1], NetworkPicture.Of(Network(JobRunOn.Always), "", null).Jobs[2].After);
    }
}
