namespace JobMgmt.Networks.Pictures;

/// <summary>Levels of a graph by its longest paths: a job is one below the lowest that it comes after.</summary>
internal static class Levels
{
    public static int[] Of(NetworkPicture picture)
    {
        var level = new int[picture.Jobs.Count];
        foreach (var job in LaneOrder.Of(picture))
        {
            level[job] = picture.Jobs[job].After.Select(one => level[one] + 1).DefaultIfEmpty(0).Max();
        }

        return level;
    }
}
