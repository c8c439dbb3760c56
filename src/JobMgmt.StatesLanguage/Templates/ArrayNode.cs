using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>An array with expressions in the objects that it holds. Its strings are plain strings: only a name asks for evaluation.</summary>
internal sealed class ArrayNode : TemplateNode
{
    private readonly TemplateNode[] _items;

    public ArrayNode(TemplateNode[] items) => _items = items;

    public override IEnumerable<PathOrIntrinsic> Expressions => _items.SelectMany(item => item.Expressions);

    public override JsonValue Evaluate(EvaluationContext context)
    {
        var items = new JsonValue[_items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = _items[i].Evaluate(context);
        }

        return new JsonArray((IReadOnlyList<JsonValue>)items);
    }
}
