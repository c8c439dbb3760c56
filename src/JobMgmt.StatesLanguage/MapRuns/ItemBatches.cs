using System.Text;
using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns;

/// <summary>ItemBatcher: as many items as may be in one batch, in their order; <c>{"BatchInput": …, "Items": […]}</c>.</summary>
internal static class ItemBatches
{
    public static IEnumerable<ChildInput> Of(IEnumerable<JsonValue> items, BatchSettings settings)
    {
        var most = settings.MaxItems is null or 0 ? long.MaxValue : settings.MaxItems.Value;
        var bytes = settings.MaxInputBytes is null or 0 ? Limits.PayloadBytes : Math.Min(settings.MaxInputBytes.Value, Limits.PayloadBytes);
        var frame = Size(Batch(settings, []));
        var batch = new List<JsonValue>();
        var size = frame;
        var index = 0L;
        foreach (var item in items)
        {
            var length = Size(item) + (batch.Count > 0 ? 1 : 0); // a comma before it
            if (batch.Count > 0 && (batch.Count >= most || size + length > bytes))
            {
                yield return new ChildInput(index++, Batch(settings, batch.ToArray()), batch.Count);
                batch.Clear();
                size = frame;
                length = Size(item);
            }

            batch.Add(item);
            size += length;
        }

        if (batch.Count > 0)
        {
            yield return new ChildInput(index, Batch(settings, batch.ToArray()), batch.Count);
        }
    }

    private static JsonObject Batch(BatchSettings settings, JsonValue[] items) =>
        JsonObject.Of(("BatchInput", settings.BatchInput), ("Items", new JsonArray((IReadOnlyList<JsonValue>)items)));

    private static long Size(JsonValue value) => Encoding.UTF8.GetByteCount(value.ToString());
}
