using JobMgmt.Runtime.Tables.Values;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>Reads update expressions.</summary>
internal sealed class UpdateReader : ExpressionReader
{
    private static readonly string[] _sections = ["SET", "REMOVE", "ADD", "DELETE"];
    private readonly List<UpdateAction> _actions = [];

    private UpdateReader(string text, ExpressionScope scope)
        : base(text, ExpressionKind.Update, scope)
    {
    }

    /// <summary>The update; null where the request has none.</summary>
    public static UpdateExpression? Read(string? text, ExpressionScope scope)
    {
        if (text is null)
        {
            return null;
        }

        var reader = new UpdateReader(text, scope);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            var section = Array.Find(_sections, reader.Next.IsWord) ?? throw reader.Syntax();
            reader.Take();
            if (!seen.Add(section))
            {
                throw reader.Fault($"The \"{section}\" section can only be used once in an update expression;");
            }

            reader.Section(section);
        }
        while (reader.Next.Kind != TokenKind.End);
        return new UpdateExpression(reader._actions);
    }

    private void Section(string section)
    {
        do
        {
            var path = Path();
            var action = new UpdateAction(section, path, section switch
            {
                "SET" => SetValue(),
                "REMOVE" => null,
                _ => Member(section),
            });
            PathRules.CheckAgainst(this, _actions.Select(other => other.Path), path);
            _actions.Add(action);
        }
        while (TakeIf(","));
    }

    private IOperand SetValue()
    {
        Need("=");
        var left = Operand();
        if (!Next.IsSymbol("+") && !Next.IsSymbol("-"))
        {
            return left;
        }

        var sign = Take().Text;
        var right = Operand();
        foreach (var operand in new[] { left, right }.OfType<ValueOperand>().Where(operand => !AttributeValues.Is(operand.Value, "N")))
        {
            throw WrongType(sign, operand);
        }

        return new SumOperand(left, sign == "-", right);
    }

    private IOperand Operand()
    {
        if (Next.Kind == TokenKind.ValuePlaceholder)
        {
            return new ValueOperand(Scope.Value(Take().Text, Kind));
        }

        if (Next.Kind != TokenKind.Name || !AfterNext.IsSymbol("("))
        {
            return new PathOperand(Path());
        }

        var name = Take().Text;
        if (name is not ("if_not_exists" or "list_append"))
        {
            throw ConditionFunctions.WrongName(this, name);
        }

        Need("(");
        var operands = new List<IOperand>();
        do
        {
            operands.Add(Operand());
        }
        while (TakeIf(","));
        Need(")");
        if (operands.Count != 2)
        {
            throw WrongCount(name, operands.Count);
        }

        if (name == "list_append")
        {
            return operands.OfType<ValueOperand>().FirstOrDefault(operand => !AttributeValues.Is(operand.Value, "L")) is { } wrong
                ? throw WrongType(name, wrong)
                : new AppendOperand(operands[0], operands[1]);
        }

        return operands[0] is PathOperand path ? new DefaultOperand(path, operands[1])
            : throw Fault($"Operator or function requires a document path; operator or function: {name}");
    }

    private ValueOperand Member(string section)
    {
        if (Next.Kind != TokenKind.ValuePlaceholder)
        {
            throw Syntax();
        }

        var value = new ValueOperand(Scope.Value(Take().Text, Kind));
        return AttributeValues.Type(value.Value) is "SS" or "NS" or "BS" || (section == "ADD" && AttributeValues.Is(value.Value, "N")) ? value
            : throw Fault($"Incorrect operand type for operator or function; operator: {section}, operand type: {LongName(value)}, typeSet: ALLOWED_FOR_{section}_OPERAND");
    }

    private Exception WrongType(string name, ValueOperand operand) =>
        Fault($"Incorrect operand type for operator or function; operator or function: {name}, operand type: {AttributeValues.Type(operand.Value)}");

    private static string LongName(ValueOperand operand) => AttributeValues.Type(operand.Value) switch
    {
        "S" => "STRING",
        "N" => "NUMBER",
        "B" => "BINARY",
        "L" => "LIST",
        "M" => "MAP",
        "BOOL" => "BOOLEAN",
        var type => type,
    };
}
