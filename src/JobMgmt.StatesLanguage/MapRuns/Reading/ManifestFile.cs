namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>A file that a manifest names.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Settings">How to read it.</param>
public sealed record ManifestFile(string Bucket, string Key, ReaderSettings Settings);
