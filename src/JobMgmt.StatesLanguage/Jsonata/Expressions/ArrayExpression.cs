using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>[a, b]</c>: what is undefined is left out, arrays are taken apart unless they are written as such.</summary>
internal sealed class ArrayExpression : Expression
{
    private readonly Expression[] _items;

    public ArrayExpression(Expression[] items, int position)
        : base(position) => _items = items;

    public override string TypeName => "unary";

    public override IEnumerable<Expression> Children => _items;

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var result = new JsonataArray(new List<JsonValue>(_items.Length)) { IsConstructed = IsArrayConstructor };
        foreach (var item in _items)
        {
            var value = item.Evaluate(input, frame);
            if (value is null)
            {
                continue;
            }

            if (item is ArrayExpression)
            {
                result.Add(value);
            }
            else
            {
                Sequences.AddAll(result, value);
            }
        }

        frame.Run.CheckItems(result.Count);
        return result;
    }
}
