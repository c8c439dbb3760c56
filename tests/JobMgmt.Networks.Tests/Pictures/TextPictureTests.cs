using CsCheck;
using JobMgmt.Networks.Pictures;
using JobMgmt.Networks.Tests.Graphs;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Pictures;

public sealed class TextPictureTests
{
    [Fact]
    public void FollowingTheLines_GivesTheOrder_OfAnyGraph() => RandomGraph.Any(1, 60).Sample(
        sample =>
        {
            var picture = PictureSamples.Of(sample.After);
            var layout = LaneLayout.Of(picture);
            Assert.Equal(Enumerable.Range(0, picture.Jobs.Count), layout.Rows.Select(row => row.Job).Order());
            Assert.Equal(
                picture.Jobs.SelectMany(job => job.After.Select(one => (picture.Jobs[one].Name, job.Name))).Order(),
                LanePictureReader.Read(TextPictureWriter.Write(picture, 1000, TextGlyphs.Unicode), layout.Width).Order());
        },
        iter: 200);

    [Fact]
    public void NoLine_IsWiderThanAskedFor() =>
        (from graph in RandomGraph.Any(1, 60)
         from width in Gen.Int[20, 100]
         select (graph, width)).Sample(
            sample =>
            {
                var picture = PictureSamples.Of(sample.graph.After);
                Assert.All(TextPictureWriter.Write(picture, sample.width, TextGlyphs.Ascii).Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 1, sample.width));
            },
            iter: 200);

    [Theory]
    [InlineData("●  j0", "a single job", new int[0])]
    [InlineData("●  j0|●  j1|●  j2", "a sequence", new int[0], new[] { 0 }, new[] { 1 })]
    [InlineData("●    j0|├─●  j1|● │  j2|●─┘  j3", "a diamond", new int[0], new[] { 0 }, new[] { 0 }, new[] { 1, 2 })]
    [InlineData("●      j0|├─●    j2|│   ●  j1|●───┘  j3", "the least graph that is not series-parallel", new int[0], new int[0], new[] { 0 }, new[] { 0, 1 })]
    [InlineData("●    j0|  ●  j1|●    j2", "jobs without order: none below another", new int[0], new int[0], new int[0])]
    public void Picture_IsThis(string expected, string because, params int[][] after)
        => Assert.True(expected.Replace('|', '\n') == TextPictureWriter.Write(PictureSamples.Of(after), 80, TextGlyphs.Unicode), because);

    [Theory]
    [InlineData(true, "picture-run.txt")]
    [InlineData(false, "picture.txt")]
    public void NamesStatusesAndNotes_LineUp_AlsoWithWideCharacters(bool withRun, string golden)
        => Golden.AssertSame(golden, TextPictureWriter.Write(PictureSamples.Everything(withRun), 80, TextGlyphs.Unicode) + "\n"
            + TextPictureWriter.Write(PictureSamples.Everything(withRun), 40, TextGlyphs.Ascii) + "\n");

    [Fact]
    public void TooManyLines_BecomeAListByLevel()
    {
        IReadOnlyList<int>[] after = [.. Enumerable.Repeat<IReadOnlyList<int>>([], 12), [.. Enumerable.Range(0, 12)]];
        var lines = TextPictureWriter.Write(PictureSamples.Of(after), 24, TextGlyphs.Unicode).Split('\n');
        Assert.Equal("1  j0", lines[0]);
        Assert.Equal("2  j12  after j0, j1, j…", lines[12]);
    }

    [Fact]
    public void Paint_ColoursTheStatusAlone()
        => Assert.Contains("<Failed:Failed>", TextPictureWriter.Write(PictureSamples.Everything(true), 80, TextGlyphs.Unicode, (status, text) => $"<{status}:{text}>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("売上", 4)]
    [InlineData("ｶﾅ", 2)]
    [InlineData("か\u3099", 2)]
    [InlineData("😀", 2)]
    [InlineData("한", 2)]
    [InlineData("é", 1)]
    public void Width_IsTheTerminals(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    [Fact]
    public void CutText_KeepsCharactersWhole()
    {
        Assert.Equal("売…", DisplayWidth.Fit("売上高", 4, "…"));
        Assert.Equal("a…", DisplayWidth.Fit("a😀b", 3, "…"));
        Assert.Equal("売上", DisplayWidth.Fit("売上", 4, "…"));
    }
}
