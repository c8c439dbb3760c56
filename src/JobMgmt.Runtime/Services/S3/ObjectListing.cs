using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Services.S3;

/// <summary>
/// A page of a bucket's keys in order, those that share what stands before a delimiter rolled up into common prefixes. What is rolled up is leapt over, not read.
/// </summary>
/// <param name="Objects">The objects themselves.</param>
/// <param name="CommonPrefixes">The common prefixes.</param>
/// <param name="Last">The last key or prefix of the page; the next begins after it.</param>
/// <param name="IsTruncated">Whether there is more.</param>
internal sealed record ObjectListing(IReadOnlyList<S3ObjectRecord> Objects, IReadOnlyList<string> CommonPrefixes, string? Last, bool IsTruncated)
{
    /// <summary>Reads one.</summary>
    /// <param name="objects">The store.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What the keys begin with.</param>
    /// <param name="delimiter">Empty for none.</param>
    /// <param name="after">A key, or a common prefix of the page before.</param>
    /// <param name="most">How many objects and common prefixes together.</param>
    public static ObjectListing Read(IObjectStore objects, string bucket, string prefix, string delimiter, string after, int most)
    {
        var (found, prefixes) = (new List<S3ObjectRecord>(), new List<string>());
        string? last = null;
        var at = CommonPrefix(after, prefix, delimiter) == after && after.Length > 0 ? S3ObjectStore.AfterPrefix(after) : after;
        while (true)
        {
            var batch = objects.List(bucket, prefix, at, delimiter.Length == 0 ? most + 1 : 1 + Math.Min(most, 100));
            if (batch.Count == 0)
            {
                return new ObjectListing(found, prefixes, last, false);
            }

            foreach (var record in batch)
            {
                if (found.Count + prefixes.Count == most)
                {
                    return new ObjectListing(found, prefixes, last, most > 0);
                }

                at = record.Key;
                if (CommonPrefix(record.Key, prefix, delimiter) is { } common)
                {
                    prefixes.Add(last = common);
                    at = S3ObjectStore.AfterPrefix(common);
                    break;
                }

                found.Add(record);
                last = record.Key;
            }
        }
    }

    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        if (delimiter.Length == 0 || !key.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var mark = key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return mark < 0 ? null : key[..(mark + delimiter.Length)];
    }
}
