using System.IO;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Tests;

/// <summary>Reads the case files of a folder under Cases: each an array of objects, each with its reason in <c>why</c>.</summary>
internal static class CaseFiles
{
    /// <summary>Rows for a theory: file, reason, and the case as JSON text (xunit shows and serialises strings best).</summary>
    public static TheoryData<string, string, string> Read(string folder)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases", folder), "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var row in (JsonArray)JsonValue.Parse(File.ReadAllBytes(file)))
            {
                rows.Add(Path.GetFileNameWithoutExtension(file), ((JsonString)((JsonObject)row)["why"]!).Value, row.ToString());
            }
        }

        return rows;
    }

    public static string Text(this JsonObject row, string name) => ((JsonString)row[name]!).Value;
}
