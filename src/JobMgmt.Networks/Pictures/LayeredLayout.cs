namespace JobMgmt.Networks.Pictures;

/// <summary>
/// Puts jobs on levels, one below those that it comes after, side by side with few crossings (Sugiyama's way: levels by longest path, a place on each level that a long line
/// passes, order by barycentres, places as near to what they belong to as their widths allow).
/// </summary>
public sealed class LayeredLayout
{
    private LayeredLayout(IReadOnlyList<PlacedJob> jobs, IReadOnlyList<PlacedLine> lines, double width, int levels)
    {
        Jobs = jobs;
        Lines = lines;
        Width = width;
        LevelCount = levels;
    }

    /// <summary>The jobs by number.</summary>
    public IReadOnlyList<PlacedJob> Jobs { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<PlacedLine> Lines { get; }

    /// <summary>The width of all; places are from 0 to it.</summary>
    public double Width { get; }

    /// <summary>How many levels there are.</summary>
    public int LevelCount { get; }

    /// <summary>Lays a picture out.</summary>
    /// <param name="picture">What there is to place.</param>
    /// <param name="widths">Each job's width, in any unit.</param>
    /// <param name="gap">The least space between two jobs of a level, in that unit.</param>
    public static LayeredLayout Of(NetworkPicture picture, IReadOnlyList<double> widths, double gap)
    {
        var net = LevelNet.Of(picture);
        var order = LevelOrder.Of(net);
        var place = LevelPlaces.Of(net, order, node => node < widths.Count ? widths[node] : 0, gap);
        double Width(int node) => node < widths.Count ? widths[node] : 0;
        var left = Enumerable.Range(0, place.Length).Select(node => place[node] - (Width(node) / 2)).DefaultIfEmpty(0).Min();
        var right = Enumerable.Range(0, place.Length).Select(node => place[node] + (Width(node) / 2)).DefaultIfEmpty(0).Max();
        return new LayeredLayout(
            widths.Select((width, job) => new PlacedJob(job, net.Level[job], place[job] - left, width)).ToArray(),
            net.Lines.Select(line => new PlacedLine(line[0], line[line.Count - 1], line.Select(node => place[node] - left).ToArray())).ToArray(),
            right - left,
            order.Length);
    }
}
