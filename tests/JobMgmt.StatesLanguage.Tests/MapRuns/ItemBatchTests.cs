using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;

namespace JobMgmt.StatesLanguage.Tests.MapRuns;

/// <summary>Cases/mapbatches: items, an ItemBatcher, and the inputs of the child executions.</summary>
public sealed class ItemBatchTests
{
    public static TheoryData<string, string, string> Cases() => CaseFiles.Read("mapbatches");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Items_AreBatched(string file, string why, string row)
    {
        Assert.NotEmpty(file + why);
        var item = (JsonObject)JsonValue.Parse(row);
        var items = (JsonArray)item["items"]!;
        var inputs = ItemBatches.Of(items, BatchSettings.FromJson((JsonObject)item["batch"]!)).ToArray();
        Assert.Equal(item["inputs"]!.ToString(), new JsonArray(inputs.Select(input => input.Input)).ToString());
        Assert.Equal(items.Count, inputs.Sum(input => input.ItemCount));
        Assert.Equal(inputs.Select((_, i) => (long)i), inputs.Select(input => input.Index));
    }
}
