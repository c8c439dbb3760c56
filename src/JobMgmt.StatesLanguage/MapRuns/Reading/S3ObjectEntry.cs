namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>One object of a bucket's listing.</summary>
/// <param name="Key">The key.</param>
/// <param name="ETag">The entity tag, with its quotes.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="Size">Bytes.</param>
/// <param name="StorageClass">STANDARD…</param>
public sealed record S3ObjectEntry(string Key, string ETag, DateTimeOffset LastModified, long Size, string StorageClass);
