using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>^(a, &gt;b)</c>: orders the values of a path. Undefined comes last, whichever way the term goes.</summary>
internal sealed class SortExpression : Expression
{
    private readonly (Expression Expression, bool Descending)[] _terms;

    public SortExpression((Expression Expression, bool Descending)[] terms, int position)
        : base(position) => _terms = terms;

    public override string TypeName => "sort";

    public override IEnumerable<Expression> Children => _terms.Select(term => term.Expression);

    /// <summary>The values in order; equal ones stay as they were.</summary>
    public JsonArray Sort(JsonArray values, Frame frame)
    {
        var isTuples = values is JsonataArray { IsTupleStream: true };
        return MergeSort.Sort(values, (left, right) => Compare(left, right, isTuples, frame) > 0);
    }

    /// <summary>What the filters behind the step leave of the ordered values.</summary>
    public JsonValue? Filtered(JsonValue? ordered, Frame frame) =>
        (Stages ?? []).Aggregate(ordered, (values, stage) => stage.Filter(values, frame));

    /// <inheritdoc/>
    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => Sort(Sequences.AsArray(input), frame);

    private static JsonValue? Key(Expression term, JsonValue? item, bool isTuple, Frame frame) => isTuple
        ? term.Evaluate(((JsonObject)item!)["@"], Frame.Of(frame, (JsonObject)item))
        : term.Evaluate(item, frame);

    private int Compare(JsonValue? left, JsonValue? right, bool isTuples, Frame frame)
    {
        foreach (var (expression, descending) in _terms)
        {
            var a = Key(expression, left, isTuples, frame);
            var b = Key(expression, right, isTuples, frame);
            var order = a is null || b is null ? (a is null ? 1 : 0) - (b is null ? 1 : 0) : CompareDefined(a, b) * (descending ? -1 : 1);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private int CompareDefined(JsonValue a, JsonValue b) => (a, b) switch
    {
        (JsonNumber x, JsonNumber y) => x.ToDouble().CompareTo(y.ToDouble()),
        (JsonString x, JsonString y) => string.CompareOrdinal(x.Value, y.Value),
        _ when a is not (JsonNumber or JsonString) => throw new JsonataException("T2008", Position, null, a),
        _ when b is not (JsonNumber or JsonString) => throw new JsonataException("T2008", Position, null, b),
        _ => throw new JsonataException("T2007", Position, null, a).With("value2", b),
    };
}
