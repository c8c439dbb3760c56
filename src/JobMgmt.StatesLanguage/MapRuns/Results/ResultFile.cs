namespace JobMgmt.StatesLanguage.MapRuns.Results;

/// <summary>A file of results, as the manifest names it.</summary>
/// <param name="Group">SUCCEEDED, FAILED or PENDING (<see cref="MapRunResults.GroupOf"/>).</param>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its bytes.</param>
public sealed record ResultFile(string Group, string Key, long Size);
