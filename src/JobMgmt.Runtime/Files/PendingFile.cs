namespace JobMgmt.Runtime.Files;

/// <summary>A file that is new or was written to, and may not be complete yet.</summary>
/// <param name="Identity">As it was last seen.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="IsWhole">It was renamed to where it is, so it is complete.</param>
internal sealed record PendingFile(FileIdentity Identity, DateTimeOffset Since, bool IsWhole);
