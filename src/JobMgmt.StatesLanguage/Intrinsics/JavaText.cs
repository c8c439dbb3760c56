using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>Values as AWS puts them into a text: strings bare, arrays and objects as Java prints collections, <c>{Id=1, Tags=[a, b]}</c>.</summary>
internal static class JavaText
{
    public static void Append(StringBuilder text, JsonValue value)
    {
        switch (value)
        {
            case JsonString plain:
                text.Append(plain.Value);
                break;
            case JsonArray array:
                text.Append('[');
                for (var i = 0; i < array.Count; i++)
                {
                    text.Append(i == 0 ? string.Empty : ", ");
                    Append(text, array[i]);
                }

                text.Append(']');
                break;
            case JsonObject obj:
                text.Append('{');
                for (var i = 0; i < obj.Count; i++)
                {
                    text.Append(i == 0 ? string.Empty : ", ").Append(obj[i].Key).Append('=');
                    Append(text, obj[i].Value);
                }

                text.Append('}');
                break;
            default:
                value.Write(text);
                break;
        }
    }
}
