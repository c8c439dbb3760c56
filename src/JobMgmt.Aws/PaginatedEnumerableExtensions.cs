using Amazon.Runtime;

namespace JobMgmt.Aws;

/// <summary>Reading paginators, ours and the SDK's, to the end.</summary>
public static class PaginatedEnumerableExtensions
{
    /// <summary>All items of all pages, in order. Prefer await foreach where items can be used as they come.</summary>
    public static async Task<List<T>> ToListAsync<T>(this IPaginatedEnumerable<T> items, CancellationToken cancellationToken = default)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            list.Add(item);
        }

        return list;
    }
}
