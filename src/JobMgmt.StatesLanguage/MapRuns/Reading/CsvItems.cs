using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>
/// The items of a CSV file: an object a record, its members named by the headers, all of them texts. What has no header is dropped, what a record lacks is an empty text.
/// </summary>
internal static class CsvItems
{
    private const int MostHeaderBytes = 10 * 1024;

    public static IEnumerable<JsonObject> Read(Stream content, ReaderSettings settings)
    {
        using var text = new StreamReader(content, Encoding.UTF8, true, 16384, leaveOpen: true);
        var records = new CsvRecords(text, settings.Delimiter);
        var headers = settings.CsvHeaderLocation == "GIVEN" ? settings.CsvHeaders ?? []
            : records.Next() ?? throw new MapRunException(MapRunException.ItemReaderFailed, "The CSV file is empty.");
        Check(headers);
        var order = JavaMapOrder.Of(headers);
        var isEmpty = true;
        while (records.Next() is { } fields)
        {
            var members = new KeyValuePair<string, JsonValue>[order.Count];
            for (var i = 0; i < members.Length; i++)
            {
                var at = order[i];
                members[i] = new KeyValuePair<string, JsonValue>(headers[at], new JsonString(at < fields.Count ? fields[at] : string.Empty));
            }

            isEmpty = false;
            yield return JsonObject.FromUnique(members);
        }

        if (isEmpty && settings.CsvHeaderLocation != "GIVEN")
        {
            throw new MapRunException(MapRunException.ItemReaderFailed, "The CSV file contains only CSV headers.");
        }
    }

    private static void Check(IReadOnlyList<string> headers)
    {
        if (headers.Distinct(StringComparer.Ordinal).Count() < headers.Count)
        {
            throw new MapRunException(MapRunException.ItemReaderFailed, "CSV headers cannot contain duplicates.");
        }

        if (headers.Sum(Encoding.UTF8.GetByteCount) > MostHeaderBytes)
        {
            throw new MapRunException(MapRunException.ItemReaderFailed, $"CSV headers cannot exceed {MostHeaderBytes} bytes.");
        }
    }
}
