using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>a in b</c>: whether b, or an item of the array b, is a.</summary>
internal sealed class InclusionExpression : BinaryExpression
{
    public InclusionExpression(Expression left, Expression right, int position)
        : base("in", left, right, position)
    {
    }

    protected override JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run)
    {
        if (left is null || right is null)
        {
            return JsonBoolean.False;
        }

        var items = Sequences.AsArray(right);
        for (var i = 0; i < items.Count; i++)
        {
            if (DeepEquality.AreSame(items[i], left))
            {
                return JsonBoolean.True;
            }
        }

        return JsonBoolean.False;
    }
}
