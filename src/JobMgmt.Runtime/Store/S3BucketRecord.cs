namespace JobMgmt.Runtime.Store;

/// <summary>A stored bucket.</summary>
internal sealed record S3BucketRecord(long Id, string Name, DateTimeOffset Created);
