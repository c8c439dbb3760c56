namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The items are the objects of a bucket (<c>listObjectsV2</c>), or what is in them (<see cref="ReaderSettings.LoadsAndFlattens"/>).</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What the keys begin with; null for all.</param>
/// <param name="StartAfter">The key after which the listing begins; null for the beginning.</param>
/// <param name="Settings">How to read them.</param>
public sealed record S3ListingItems(string Bucket, string? Prefix, string? StartAfter, ReaderSettings Settings) : ItemSource;
