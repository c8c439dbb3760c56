namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>
/// The order in which Java's HashMap gives its keys back: AWS's documentation and recordings show a CSV record's members in it (<c>rating, movieId, userId, timestamp</c>
/// of the columns <c>userId, movieId, rating, timestamp</c>).
/// </summary>
internal static class JavaMapOrder
{
    private const int LeastBuckets = 16;

    /// <summary>The positions of the names, in that order.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<string> names)
    {
        var buckets = LeastBuckets;
        while (names.Count > buckets * 3 / 4)
        {
            buckets *= 2;
        }

        return Enumerable.Range(0, names.Count).OrderBy(at => Bucket(names[at], buckets)).ToArray(); // stable: within a bucket in the order of insertion
    }

    private static int Bucket(string name, int buckets)
    {
        var hash = 0u;
        foreach (var character in name)
        {
            hash = unchecked((hash * 31) + character);
        }

        return (int)((hash ^ (hash >> 16)) & (uint)(buckets - 1));
    }
}
