using System.IO;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>Reads the language's own test suite.</summary>
internal static class ConformanceCase
{
    private static string Folder => Path.Combine(ConformanceFolder.Path ?? string.Empty, "jsonata");

    /// <summary>Group, name and number in the file of every case.</summary>
    public static TheoryData<string, string, int> All()
    {
        var rows = new TheoryData<string, string, int>();
        if (ConformanceFolder.Path is null)
        {
            return rows;
        }

        foreach (var file in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var cases = Cases(Path.GetFileNameWithoutExtension(file));
            for (var i = 0; i < cases.Count; i++)
            {
                rows.Add(Path.GetFileNameWithoutExtension(file), ((JsonObject)cases[i]).Text("name"), i);
            }
        }

        return rows;
    }

    public static JsonObject Read(string group, int number) => (JsonObject)Cases(group)[number];

    /// <summary>A case's input; null is undefined.</summary>
    public static JsonValue? Input(JsonObject row) => row["data"]
        ?? (row["dataset"] is JsonString name ? JsonValue.Parse(File.ReadAllBytes(Path.Combine(Folder, "datasets", name.Value + ".json"))) : null);

    // Two cases hold half a surrogate pair, which our JSON reader refuses: it is escaped once more, for the expression's own escapes.
    private static JsonArray Cases(string group)
    {
        var text = File.ReadAllText(Path.Combine(Folder, group + ".json")).Replace(@"\ud800", @"\\ud800", StringComparison.Ordinal);
        return (JsonArray)((JsonObject)JsonValue.Parse(text))["cases"]!;
    }
}
