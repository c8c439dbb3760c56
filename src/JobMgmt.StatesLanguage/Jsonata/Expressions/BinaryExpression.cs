using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>An operator between two operands.</summary>
internal abstract class BinaryExpression : Expression
{
    protected BinaryExpression(string operation, Expression left, Expression right, int position)
        : base(position)
    {
        Operation = operation;
        Left = left;
        Right = right;
    }

    public override string TypeName => "binary";

    public string Operation { get; }

    public Expression Left { get; }

    public Expression Right { get; }

    public override IEnumerable<Expression> Children => [Left, Right];

    /// <summary>An error that names the operator and its place.</summary>
    protected JsonataException Error(string code, JsonValue? value, JsonValue? value2 = null) =>
        new JsonataException(code, Position, Operation, value).With("value2", value2);

    /// <inheritdoc/>
    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var left = Left.Evaluate(input, frame);
        var right = Right.Evaluate(input, frame);
        try
        {
            return Apply(left, right, frame.Run);
        }
        catch (JsonataException error)
        {
            error.Position = Position;
            error.SetToken(Operation);
            throw;
        }
    }

    /// <summary>The operator itself.</summary>
    protected abstract JsonValue? Apply(JsonValue? left, JsonValue? right, EvaluationRun run);
}
