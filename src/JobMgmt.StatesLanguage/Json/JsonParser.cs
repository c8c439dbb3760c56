using System.Text;
using System.Text.Json;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>Text to values, on System.Text.Json's reader.</summary>
internal static class JsonParser
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 512 };

    public static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, _options);
            if (!reader.Read())
            {
                throw new JsonSyntaxException("The text is empty.");
            }

            var value = Value(ref reader);
            return reader.Read() ? throw new JsonSyntaxException("More than one JSON value.") : value;
        }
        catch (JsonException error)
        {
            throw new JsonSyntaxException(error.Message, error);
        }
        catch (InvalidOperationException error)
        {
            throw new JsonSyntaxException(error.Message, error); // a lone surrogate in an escape
        }
    }

    private static JsonValue Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => JsonNull.Instance,
        JsonTokenType.True => JsonBoolean.True,
        JsonTokenType.False => JsonBoolean.False,
        JsonTokenType.Number => new JsonNumber(Encoding.ASCII.GetString(reader.ValueSpan.ToArray())),
        JsonTokenType.String => new JsonString(reader.GetString()!),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.StartObject => Object(ref reader),
        _ => throw new JsonSyntaxException($"Unexpected {reader.TokenType}."),
    };

    private static JsonArray Array(ref Utf8JsonReader reader)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader));
        }

        return items.Count == 0 ? JsonArray.Empty : new JsonArray((IReadOnlyList<JsonValue>)items);
    }

    private static JsonObject Object(ref Utf8JsonReader reader)
    {
        var members = new List<KeyValuePair<string, JsonValue>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members.Add(new KeyValuePair<string, JsonValue>(name, Value(ref reader)));
        }

        return members.Count == 0 ? JsonObject.Empty : new JsonObject(members);
    }
}
