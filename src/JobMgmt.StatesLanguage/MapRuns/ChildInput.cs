using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The input of one child execution.</summary>
/// <param name="Index">Which one it is, from 0.</param>
/// <param name="Input">The input: an item as the ItemSelector made it, or a batch.</param>
/// <param name="ItemCount">How many items are in it: 1, or a batch's.</param>
public sealed record ChildInput(long Index, JsonValue Input, int ItemCount)
{
    /// <summary>The input's JSON text.</summary>
    public string Text { get; } = Input.ToString();
}
