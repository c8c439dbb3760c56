using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>|pattern|update, delete|</c>: a function that copies a value with changes.</summary>
internal sealed class TransformExpression : Expression
{
    public TransformExpression(Expression pattern, Expression update, Expression? delete, int position)
        : base(position)
    {
        Pattern = pattern;
        Update = update;
        Delete = delete;
    }

    public override string TypeName => "transform";

    public Expression Pattern { get; }

    public Expression Update { get; }

    public Expression? Delete { get; }

    public override IEnumerable<Expression> Children => Delete is null ? [Pattern, Update] : [Pattern, Update, Delete];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => new TransformFunction(this, frame);
}
