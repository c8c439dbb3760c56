using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary><c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>. What is not there equals nothing and is in no order; values of two types are not equal and in no order.</summary>
internal sealed record Comparison(IOperand Left, string Operator, IOperand Right) : ICondition
{
    public IEnumerable<DocumentPath> Paths => OperandPaths.Of(Left, Right);

    public bool Holds(JsonObject item)
    {
        var (left, right) = (Left.Of(item), Right.Of(item));
        if (Operator is "=" or "<>")
        {
            return (left is not null && right is not null && AttributeValues.Same(left, right)) == (Operator == "=");
        }

        return left is not null && right is not null && AttributeValues.Compare(left, right) is { } order && Operator switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }
}
