using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>$f(a, ?)</c>: a function of the arguments that are left open.</summary>
internal sealed class PartialExpression : Expression
{
    private readonly Expression?[] _arguments;

    public PartialExpression(Expression procedure, Expression?[] arguments, int position)
        : base(position)
    {
        Procedure = procedure;
        _arguments = arguments;
    }

    public override string TypeName => "partial";

    public Expression Procedure { get; }

    public override IEnumerable<Expression> Children => [Procedure, .. _arguments.OfType<Expression>()];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var arguments = _arguments.Select(argument => argument?.Evaluate(input, frame)).ToArray();
        var procedure = Procedure.Evaluate(input, frame);
        if (procedure is null && CallExpression.ForgottenDollar(Procedure, procedure, frame) is { } name)
        {
            throw new JsonataException("T1007", Position, name);
        }

        return procedure switch
        {
            LambdaFunction lambda => lambda.Apply(arguments, IsOpen),
            JsonataFunction function => new PartialFunction(function, arguments, IsOpen),
            _ => throw new JsonataException("T1008", Position, CallExpression.NameOf(Procedure)),
        };
    }

    private bool IsOpen(int index) => index < _arguments.Length && _arguments[index] is null;
}
