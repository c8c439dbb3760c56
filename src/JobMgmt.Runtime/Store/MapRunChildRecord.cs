namespace JobMgmt.Runtime.Store;

/// <summary>A child that waits for its start.</summary>
/// <param name="Index">Its place in the Map Run.</param>
/// <param name="Items">The items in it.</param>
/// <param name="Input">Its input, as JSON text.</param>
internal sealed record MapRunChildRecord(long Index, long Items, string Input);
