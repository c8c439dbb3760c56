using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>The items were in the state's input.</summary>
/// <param name="Items">An array, or an object whose members are the items.</param>
public sealed record InlineItems(JsonValue Items) : ItemSource
{
    /// <summary>How many there are.</summary>
    public int Count => Items switch
    {
        JsonArray array => array.Count,
        JsonObject members => members.Count,
        _ => 0,
    };
}
