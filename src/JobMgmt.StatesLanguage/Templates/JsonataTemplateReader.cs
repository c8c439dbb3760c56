using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>JSON to template nodes in JSONata mode: every string between <c>{%</c> and <c>%}</c> is an expression, in arrays too; names are plain.</summary>
internal static class JsonataTemplateReader
{
    public static TemplateNode Read(JsonValue source, string field)
    {
        switch (source)
        {
            case JsonString text when StepFunctionsJsonata.IsExpression(text.Value):
                return new JsonataNode(JsonataField.Parse(text.Value, field));
            case JsonArray array:
                var items = array.Select((item, i) => Read(item, $"{field}[{i}]")).ToArray();
                return Array.TrueForAll(items, item => item is ConstantNode) ? new ConstantNode(array) : new ArrayNode(items);
            case JsonObject obj:
                var members = obj.Select(member => new KeyValuePair<string, TemplateNode>(member.Key, Read(member.Value, $"{field}/{member.Key}"))).ToArray();
                return Array.TrueForAll(members, member => member.Value is ConstantNode) ? new ConstantNode(obj) : new ObjectNode(members);
            default:
                return new ConstantNode(source);
        }
    }
}
