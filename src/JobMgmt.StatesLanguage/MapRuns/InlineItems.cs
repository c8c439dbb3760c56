using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The items were in the state's input.</summary>
/// <param name="Items">They themselves.</param>
public sealed record InlineItems(JsonArray Items) : ItemSource;
