using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>
/// The items of a JSON file: those of its array, or of the array or object that a JSON pointer (RFC 6901) leads to. A file that is an object is an error, as recorded.
/// </summary>
internal static class JsonItems
{
    private const string NotIterable = "Attempting to map over non-iterable node.";

    public static IEnumerable<(JsonValue Value, string? Key)> Read(Stream content, string? pointer)
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

        if (!reader.IsAtArray && !(reader.IsAtObject && !string.IsNullOrEmpty(pointer)))
        {
            throw Failed(NotIterable);
        }

        var hasKeys = reader.IsAtObject;
        while (true)
        {
            var key = hasKeys ? reader.NextName() : null;
            if ((hasKeys && key is null) || !reader.TryReadItem(out var item))
            {
                yield break;
            }

            yield return (item, key);
        }
    }

    private static bool Descend(JsonStream reader, string segment) =>
        reader.IsAtObject ? reader.FindMember(segment) : reader.IsAtArray && int.TryParse(segment, out var index) && reader.FindItem(index);

    private static IEnumerable<string> Segments(string? pointer) => string.IsNullOrEmpty(pointer)
        ? []
        : pointer!.Split('/').Skip(1).Select(segment => segment.Replace("~1", "/").Replace("~0", "~"));

    private static MapRunException Failed(string cause) => new(MapRunException.ItemReaderFailed, cause);
}
