using System.Text;
using System.Text.Json;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>
/// Where values stand in a JSON text, by their location as diagnostics write it: <c>/States/A/Retry[0]</c>. Only what is asked for is looked up, so a large text
/// costs one pass and no memory to speak of. Lines and columns count from 1; a column is a UTF-16 character, as editors count.
/// </summary>
public sealed class JsonPositions
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 512 };
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);
    private readonly byte[] _text;

    private JsonPositions(byte[] text) => _text = text;

    /// <summary>Looks up locations in a text. Never throws: of a text that is no JSON, what stands before the fault is found.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="locations">The locations that will be asked for; their parents are looked up too.</param>
    public static JsonPositions Of(string text, IEnumerable<string> locations)
    {
        var positions = new JsonPositions(Encoding.UTF8.GetBytes(text));
        var wanted = new HashSet<string>(locations.SelectMany(Lineage), StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return positions;
        }

        try
        {
            var reader = new Utf8JsonReader(positions._text, _options);
            if (reader.Read())
            {
                positions._offsets[""] = reader.TokenStartIndex;
                positions.Walk(ref reader, "", wanted);
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

        return positions;
    }

    /// <summary>The place of a location, or of the nearest thing around it that the text has.</summary>
    public (int Line, int Column) Find(string location)
    {
        foreach (var at in Lineage(location))
        {
            if (_offsets.TryGetValue(at, out var offset))
            {
                return Place((int)offset);
            }
        }

        return (1, 1);
    }

    /// <summary>Line and column of the text's byte at an offset.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset && i < _text.Length; i++)
        {
            if (_text[i] == (byte)'\n')
            {
                line++;
                start = i + 1;
            }
        }

        return (line, Encoding.UTF8.GetCharCount(_text, start, Math.Max(0, Math.Min(offset, _text.Length) - start)) + 1);
    }

    // The location itself, then each that it lies in: /A/B[1] gives /A/B[1], /A/B, /A and the root.
    private static IEnumerable<string> Lineage(string location)
    {
        for (var at = location == "/" ? "" : location; at.Length > 0; at = at.Substring(0, Math.Max(0, at.LastIndexOfAny(['/', '[']))))
        {
            yield return at;
        }

        yield return "";
    }

    private void Walk(ref Utf8JsonReader reader, string location, HashSet<string> wanted)
    {
        if (!wanted.Contains(location) || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
            return;
        }

        var isObject = reader.TokenType == JsonTokenType.StartObject;
        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            var start = reader.TokenStartIndex;
            var inner = isObject ? $"{location}/{reader.GetString()}" : $"{location}[{i}]";
            if (isObject)
            {
                reader.Read();
            }

            if (wanted.Contains(inner))
            {
                _offsets[inner] = start;
            }

            Walk(ref reader, inner, wanted);
        }
    }
}
