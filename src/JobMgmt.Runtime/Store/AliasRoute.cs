namespace JobMgmt.Runtime.Store;

/// <summary>One of an alias's versions, and how much of a hundred starts it gets.</summary>
internal sealed record AliasRoute(long Version, long Weight);
