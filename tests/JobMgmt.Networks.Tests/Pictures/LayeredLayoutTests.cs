using CsCheck;
using JobMgmt.Networks.Pictures;
using JobMgmt.Networks.Tests.Graphs;

namespace JobMgmt.Networks.Tests.Pictures;

public sealed class LayeredLayoutTests
{
    [Fact]
    public void AnyGraph_HasEachJobOnce_EachLineDown_AndNothingOverAnythingElse() => RandomGraph.Any(1, 60).Sample(
        sample =>
        {
            var picture = PictureSamples.Of(sample.After);
            var widths = sample.Durations.Select(duration => 20 + duration).ToArray();
            var layout = LayeredLayout.Of(picture, widths, 10);

            Assert.Equal(Enumerable.Range(0, picture.Jobs.Count), layout.Jobs.Select(job => job.Job));
            Assert.Equal(picture.Jobs.SelectMany((job, to) => job.After.Select(from => (from, to))).Order(), layout.Lines.Select(line => (line.From, line.To)).Order());
            Assert.All(layout.Lines, line => Assert.Equal(layout.Jobs[line.To].Level - layout.Jobs[line.From].Level, line.X.Count - 1));
            Assert.All(layout.Lines, line => Assert.True(line.X.Count >= 2));
            Assert.All(layout.Jobs, job => Assert.InRange(job.X, (job.Width / 2) - 0.001, layout.Width - (job.Width / 2) + 0.001));
            foreach (var level in layout.Jobs.GroupBy(job => job.Level))
            {
                // Long lines that only pass the level keep clear of the jobs on it, too.
                var spans = level.Select(job => (Left: job.X - (job.Width / 2), Right: job.X + (job.Width / 2))).Concat(layout.Lines
                    .Where(line => layout.Jobs[line.From].Level < level.Key && layout.Jobs[line.To].Level > level.Key)
                    .Select(line => line.X[level.Key - layout.Jobs[line.From].Level]).Select(x => (Left: x, Right: x))).OrderBy(span => span.Left).ToArray();
                Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.Second.Left - pair.First.Right > 9.999));
            }
        },
        iter: 60);

    [Fact]
    public void Levels_AreLongestPaths()
        => Assert.Equal([0, 1, 2, 3, 0], LayeredLayout.Of(PictureSamples.Of([], [0], [1], [0, 2, 4], []), [9, 9, 9, 9, 9], 1).Jobs.Select(job => job.Level));

    [Fact]
    public void Sequence_IsOneStraightLine()
        => Assert.Single(LayeredLayout.Of(PictureSamples.Of([], [0], [1], [2]), [10, 30, 20, 10], 5).Jobs.Select(job => Math.Round(job.X, 6)).Distinct());

    [Fact]
    public void LinesThatNeedNotCross_DoNot()
    {
        // In list order the two lines would cross.
        var net = LevelNet.Of(PictureSamples.Of([], [], [1], [0]));
        Assert.Equal(0, LevelOrder.Crossings(net, LevelOrder.Of(net)));
    }
}
