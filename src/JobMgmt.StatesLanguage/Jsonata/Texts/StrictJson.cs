using System.Text;
using System.Text.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Texts;

/// <summary>What <c>$parse</c> refuses although it is JSON.</summary>
internal static class StrictJson
{
    /// <summary>Whether an object in a text, which must be JSON, has a name twice.</summary>
    public static bool HasDuplicates(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 512 });
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek().Add(reader.GetString()!):
                    return true;
            }
        }

        return false;
    }
}
