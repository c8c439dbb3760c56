using System.Text;

namespace JobMgmt.StatesLanguage.Json;

/// <summary>JSON text for people: two spaces a level, empty arrays and objects on one line.</summary>
internal static class JsonIndenter
{
    public static string Indent(JsonValue value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonValue value, int level)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } obj:
                Block(text, '{', '}', level, obj, member =>
                {
                    JsonString.WriteQuoted(text, member.Key);
                    text.Append(": ");
                    Write(text, member.Value, level + 1);
                });
                break;
            case JsonArray { Count: > 0 } array:
                Block(text, '[', ']', level, array, item => Write(text, item, level + 1));
                break;
            default:
                value.Write(text);
                break;
        }
    }

    private static void Block<T>(StringBuilder text, char open, char close, int level, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', (level + 1) * 2);
            first = false;
            write(item);
        }

        text.Append('\n').Append(' ', level * 2).Append(close);
    }
}
