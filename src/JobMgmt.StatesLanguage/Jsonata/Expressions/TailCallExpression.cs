using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>A call at the end of a function's body: put off, so that the caller makes it and the stack does not grow.</summary>
internal sealed class TailCallExpression : Expression
{
    private readonly CallExpression _call;

    public TailCallExpression(CallExpression call)
        : base(call.Position) => _call = call;

    public override string TypeName => "lambda";

    public override IEnumerable<Expression> Children => [_call];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame) => new TailCall(_call, input, frame);
}
