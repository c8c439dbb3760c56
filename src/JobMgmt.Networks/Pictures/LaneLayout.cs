namespace JobMgmt.Networks.Pictures;

/// <summary>
/// Puts jobs on lines, one each, after all that they come after; a job that others come after keeps a lane until the last of these has come. It stays readable where a
/// drawing with levels would not: it grows by a line a job, and in width only with what is open at once.
/// </summary>
public sealed class LaneLayout
{
    private LaneLayout(IReadOnlyList<LaneRow> rows)
    {
        Rows = rows;
        Width = rows.Count == 0 ? 0 : rows.Max(row => Math.Max(row.Last + 1, row.Above.Count));
    }

    /// <summary>The lines from the top.</summary>
    public IReadOnlyList<LaneRow> Rows { get; }

    /// <summary>How many lanes the widest line has.</summary>
    public int Width { get; }

    /// <summary>Lays a picture out.</summary>
    public static LaneLayout Of(NetworkPicture picture)
    {
        var lanes = new List<int?>();
        var left = picture.Followers.Select(list => list.Count).ToArray();
        var rows = new List<LaneRow>();
        int? deadEnd = null;
        foreach (var job in LaneOrder.Of(picture))
        {
            var above = lanes.ToArray();
            var joined = picture.Jobs[job].After.Select(one => lanes.IndexOf(one)).OrderBy(lane => lane).ToArray();
            foreach (var lane in joined.Where(lane => --left[lanes[lane]!.Value] == 0))
            {
                lanes[lane] = null;
            }

            var own = Choose(lanes, joined, above, deadEnd);
            while (lanes.Count <= own)
            {
                lanes.Add(null);
            }

            lanes[own] = left[job] > 0 ? job : null;

            // Right below a job that nothing comes after, another one would look as if it came after it.
            deadEnd = left[job] > 0 ? null : own;
            while (lanes.Count > 0 && lanes[lanes.Count - 1] is null)
            {
                lanes.RemoveAt(lanes.Count - 1);
            }

            rows.Add(new LaneRow(job, own, above, joined, lanes.ToArray()));
        }

        return new LaneLayout(rows);
    }

    // Straight on where a lane ends here; else the nearest free lane to the right of those that it comes from, then any free one, then a new one.
    private static int Choose(List<int?> lanes, int[] joined, int?[] above, int? deadEnd)
    {
        var ended = joined.Where(lane => lanes[lane] is null).ToArray();
        if (ended.Length > 0)
        {
            return ended[0];
        }

        bool IsFree(int lane) => lane != deadEnd && (lane >= lanes.Count || (lanes[lane] is null && above[lane] is null));
        var from = joined.Length > 0 ? joined[joined.Length - 1] + 1 : 0;
        var free = Enumerable.Range(from, Math.Max(0, lanes.Count - from)).Concat(Enumerable.Range(0, lanes.Count)).Where(IsFree).ToArray();
        return free.Length > 0 ? free[0] : IsFree(lanes.Count) ? lanes.Count : lanes.Count + 1;
    }
}
