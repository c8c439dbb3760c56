namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>
/// EventBridge refuses a wildcard for which some text would keep too many places of the pattern in play at once. Its limit is not
/// published; this one lies between the patterns that AWS is known to take and those it is known to refuse.
/// </summary>
internal static class WildcardComplexity
{
    private const int MaxPlaces = 9;
    private const int MaxSets = 4096;

    public static bool IsTooHigh(int[] tokens)
    {
        // Few stars cannot keep many places in play unless what follows repeats itself: walk all sets of places that texts can lead to.
        if (Array.IndexOf(tokens, WildcardTest.Star) < 0)
        {
            return false;
        }

        var letters = tokens.Where(token => token != WildcardTest.Star).Distinct().Append(int.MaxValue).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<SortedSet<int>>();
        open.Enqueue([0]);
        while (open.TryDequeue(out var places))
        {
            foreach (var letter in letters)
            {
                var next = Step(tokens, places, letter);
                if (next.Count > MaxPlaces)
                {
                    return true;
                }

                if (next.Count > 0 && seen.Add(string.Join(',', next)))
                {
                    if (seen.Count > MaxSets)
                    {
                        return true;
                    }

                    open.Enqueue(next);
                }
            }
        }

        return false;
    }

    /// <summary>A place is twice its token, plus one for being inside that star: a star just reached counts by itself, as in EventBridge.</summary>
    private static SortedSet<int> Step(int[] tokens, SortedSet<int> places, int letter)
    {
        var next = new SortedSet<int>();
        foreach (var place in places)
        {
            for (var at = place / 2; at < tokens.Length; at++)
            {
                if (tokens[at] == WildcardTest.Star)
                {
                    next.Add((at * 2) + 1); // stays in the star; the star may also be empty, so look at what follows it
                    continue;
                }

                if (tokens[at] == letter)
                {
                    next.Add((at + 1) * 2);
                }

                break;
            }
        }

        return next;
    }
}
