using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.MapRuns.Reading;

/// <summary>The items of a JSON Lines file: a value a line. Empty lines are none.</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonValue> Read(Stream content)
    {
        using var lines = new StreamReader(content, Encoding.UTF8, true, 16384, leaveOpen: true);
        for (var number = 1L; lines.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length > 0)
            {
                yield return JsonValue.TryParse(line, out var value)
                    ? value
                    : throw new MapRunException(MapRunException.ItemReaderFailed, $"Line {number} of the file is not valid JSON.");
            }
        }
    }
}
