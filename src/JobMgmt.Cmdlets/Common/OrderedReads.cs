namespace JobMgmt.Cmdlets.Common;

/// <summary>Reads things that cost a call or more each: some at once, for a thousand one after the other take minutes, and not all, for AWS lets through only so many.</summary>
internal static class OrderedReads
{
    private const int AtOnce = 8;

    /// <summary>What is read of each, in the order of the things. The first failure ends the reading.</summary>
    public static async Task<IReadOnlyList<TResult>> ReadAsync<T, TResult>(IReadOnlyList<T> things, Func<T, Task<TResult>> read)
    {
        var results = new TResult[things.Count];
        int taken = -1;
        bool failed = false;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, things.Count)).Select(_ => WorkAsync())).ConfigureAwait(false);
        return results;

        async Task WorkAsync()
        {
            for (int i = Interlocked.Increment(ref taken); i < things.Count && !Volatile.Read(ref failed); i = Interlocked.Increment(ref taken))
            {
                try
                {
                    results[i] = await read(things[i]).ConfigureAwait(false);
                }
                catch
                {
                    Volatile.Write(ref failed, true);
                    throw;
                }
            }
        }
    }
}
