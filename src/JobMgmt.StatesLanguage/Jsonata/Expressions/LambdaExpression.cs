using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>function($a, $b){…}</c>.</summary>
internal sealed class LambdaExpression : Expression
{
    public LambdaExpression(string[] parameters, Expression body, Signature? signature, int position)
        : base(position)
    {
        Parameters = parameters;
        Body = body;
        Signature = signature;
    }

    public override string TypeName => "lambda";

    public string[] Parameters { get; }

    public Expression Body { get; }

    public Signature? Signature { get; }

    public override IEnumerable<Expression> Children => [Body];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => new LambdaFunction(this, Parameters, input, frame, Signature);
}
