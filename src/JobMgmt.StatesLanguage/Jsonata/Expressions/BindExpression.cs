using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary><c>$x := a</c>: gives a variable of the current scope a value, and has that value.</summary>
internal sealed class BindExpression : Expression
{
    private readonly Expression _value;

    public BindExpression(string name, Expression value, int position)
        : base(position)
    {
        Name = name;
        _value = value;
    }

    public override string TypeName => "bind";

    public string Name { get; }

    public override IEnumerable<Expression> Children => [_value];

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var value = _value.Evaluate(input, frame);
        frame.Bind(Name, value);
        return value;
    }
}
