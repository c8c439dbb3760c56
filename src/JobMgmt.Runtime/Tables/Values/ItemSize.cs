using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Values;

/// <summary>An item's size as DynamoDB counts it: names and values, not the text that they are sent in.</summary>
internal static class ItemSize
{
    /// <summary>The most that an item may have.</summary>
    public const int Most = 400 * 1024;

    public static int Of(JsonObject item) => item.Sum(member => Encoding.UTF8.GetByteCount(member.Key) + Value((JsonObject)member.Value));

    private static int Value(JsonObject value) => AttributeValues.Type(value) switch
    {
        "S" => Encoding.UTF8.GetByteCount(AttributeValues.Text(value)),
        "N" => Number(AttributeValues.Text(value)),
        "B" => Binary(AttributeValues.Text(value)),
        "SS" => AttributeValues.Items(value).Sum(item => Encoding.UTF8.GetByteCount(((JsonString)item).Value)),
        "NS" => AttributeValues.Items(value).Sum(item => Number(((JsonString)item).Value)),
        "BS" => AttributeValues.Items(value).Sum(item => Binary(((JsonString)item).Value)),
        "M" => 3 + AttributeValues.Map(value).Count + Of(AttributeValues.Map(value)),
        "L" => 3 + AttributeValues.Items(value).Sum(item => 1 + Value((JsonObject)item)),
        _ => 1,
    };

    private static int Number(string text) => 1 + ((text.Trim('-', '0', '.').Length + 1) / 2);

    private static int Binary(string text) => Convert.FromBase64String(text).Length;
}
