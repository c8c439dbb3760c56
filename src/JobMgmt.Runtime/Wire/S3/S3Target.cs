using System.Net;

namespace JobMgmt.Runtime.Wire.S3;

/// <summary>The bucket and the key that a request names, in its path or in its host; empty where it names none.</summary>
internal sealed record S3Target(string Bucket, string Key)
{
    // what a virtual host may end with: bucket.localhost, bucket.s3.localhost, bucket.s3.us-east-1.localhost, and AWS's own names behind a proxy
    private static readonly string[] _suffixes = [".localhost", ".amazonaws.com"];

    public static S3Target Of(string host, string rawPath)
    {
        var path = rawPath.StartsWith('/') ? rawPath[1..] : rawPath;
        if (BucketOf(host) is { } virtualBucket)
        {
            return new S3Target(virtualBucket, Decode(path));
        }

        var mark = path.IndexOf('/', StringComparison.Ordinal);
        return mark < 0 ? new S3Target(Decode(path), "") : new S3Target(Decode(path[..mark]), Decode(path[(mark + 1)..]));
    }

    /// <summary>The path as Signature Version 2 signs it: as it was sent, after the bucket where the host names that.</summary>
    public static string SignedPath(string host, string rawPath) => BucketOf(host) is { } bucket ? $"/{bucket}{rawPath}" : rawPath;

    private static string? BucketOf(string host)
    {
        var name = new HostString(host).Host;
        if (IPAddress.TryParse(name, out _) || Array.Find(_suffixes, suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) is not { } suffix)
        {
            return null;
        }

        var labels = name[..^suffix.Length].Split('.').ToList();
        var service = labels.FindLastIndex(label => label is "s3" || label.StartsWith("s3-", StringComparison.Ordinal));
        if (service >= 0 && service >= labels.Count - 2)
        {
            labels.RemoveRange(service, labels.Count - service); // "s3", and a Region after it
        }

        return labels.Count == 0 ? null : string.Join('.', labels);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text);
}
