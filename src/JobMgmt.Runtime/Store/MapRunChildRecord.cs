namespace JobMgmt.Runtime.Store;

/// <summary>A child that waits for its start.</summary>
/// <param name="Index">Its place in the Map Run.</param>
/// <param name="Items">The items in it.</param>
/// <param name="Input">Its input, as JSON text; empty where it is redriven.</param>
/// <param name="Redriven">The execution that goes on, where it is redriven and not started.</param>
internal sealed record MapRunChildRecord(long Index, long Items, string Input, long? Redriven = null);
