using System.Text;
using System.Text.Json;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Finds the names that come twice in one object of a JSON text. Such a text is JSON, but all of its readers lose one of the two, and not all the same.</summary>
public static class JsonDuplicates
{
    /// <summary>The locations of the members whose name was there already, in text order; what could be read before a fault where the text is no JSON.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        var found = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 512 });
            if (reader.Read())
            {
                Walk(ref reader, [], found);
            }
        }
        catch (JsonException)
        {
            // As far as it is JSON.
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in an escaped name.
        }

        return found;
    }

    private static void Walk(ref Utf8JsonReader reader, List<string> path, List<string> found)
    {
        var names = reader.TokenType == JsonTokenType.StartObject ? new HashSet<string>(StringComparer.Ordinal) : null;
        if (names is null && reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            var name = names is null ? null : reader.GetString()!;
            path.Add(name is null ? $"[{i}]" : "/" + name);
            if (name is not null && !names!.Add(name))
            {
                found.Add(string.Concat(path));
            }

            if (name is not null)
            {
                reader.Read();
            }

            Walk(ref reader, path, found);
            path.RemoveAt(path.Count - 1);
        }
    }
}
