namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The items are in an object: a JSON, JSON Lines or CSV file, or a manifest that names the files (<see cref="ReaderSettings.IsManifest"/>).</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="VersionId">The object's version; null for the latest.</param>
/// <param name="Settings">How to read it.</param>
public sealed record S3ObjectItems(string Bucket, string Key, string? VersionId, ReaderSettings Settings) : ItemSource;
