using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>The items of a JSON file: those of its array, or of the array that a JSON pointer (RFC 6901) leads to.</summary>
internal static class JsonItems
{
    private const string NotIterable = "Attempting to map over non-iterable node.";

    public static IEnumerable<JsonValue> Read(Stream content, string? pointer)
    {
        var reader = new JsonStream(content);
        if (!reader.ReadToken())
        {
            throw Failed(NotIterable);
        }

        foreach (var segment in Segments(pointer))
        {
            if (!Descend(reader, segment))
            {
                throw Failed($"The ItemsPointer '{pointer}' leads to nothing in the file.");
            }
        }

        if (!reader.IsAtArray)
        {
            throw Failed(NotIterable);
        }

        while (reader.TryReadItem(out var item))
        {
            yield return item;
        }
    }

    private static bool Descend(JsonStream reader, string segment) =>
        reader.IsAtObject ? reader.FindMember(segment) : reader.IsAtArray && int.TryParse(segment, out var index) && reader.FindItem(index);

    private static IEnumerable<string> Segments(string? pointer) => string.IsNullOrEmpty(pointer)
        ? []
        : pointer!.Split('/').Skip(1).Select(segment => segment.Replace("~1", "/").Replace("~0", "~"));

    private static MapRunException Failed(string cause) => new(MapRunException.ItemReaderFailed, cause);
}
