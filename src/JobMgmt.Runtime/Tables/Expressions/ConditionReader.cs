using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>Reads condition, filter and key condition expressions.</summary>
internal sealed class ConditionReader : ExpressionReader
{
    private const int MostLevels = 300; // an expression has 4 KB; it is read by recursion
    private static readonly HashSet<string> _comparators = ["=", "<>", "<", "<=", ">", ">="];
    private int _level;

    private ConditionReader(string text, ExpressionKind kind, ExpressionScope scope)
        : base(text, kind, scope)
    {
    }

    /// <summary>The condition; null where the request has none.</summary>
    public static ICondition? Read(string? text, ExpressionKind kind, ExpressionScope scope)
    {
        if (text is null)
        {
            return null;
        }

        var reader = new ConditionReader(text, kind, scope);
        var condition = reader.Or();
        reader.NeedEnd();
        return condition;
    }

    private ICondition Or()
    {
        var left = And();
        while (TakeWordIf("OR"))
        {
            left = new OrCondition(left, And());
        }

        return left;
    }

    private ICondition And()
    {
        var left = Not();
        while (TakeWordIf("AND"))
        {
            left = new AndCondition(left, Not());
        }

        return left;
    }

    private ICondition Not()
    {
        if (++_level > MostLevels)
        {
            throw Fault("The expression is nested too deeply;");
        }

        var condition = TakeWordIf("NOT") ? new NotCondition(Not()) : Single();
        _level--;
        return condition;
    }

    private ICondition Single()
    {
        if (TakeIf("("))
        {
            var inner = Or();
            Need(")");
            return inner;
        }

        if (Next.Kind == TokenKind.Name && AfterNext.IsSymbol("(") && Next.Text != "size")
        {
            return ConditionFunctions.Checked(this, Take().Text, Operands());
        }

        var operand = Operand();
        if (TakeWordIf("BETWEEN"))
        {
            var lower = Operand();
            if (!TakeWordIf("AND"))
            {
                throw Syntax();
            }

            return Between(operand, lower, Operand());
        }

        if (TakeWordIf("IN"))
        {
            var choices = Operands();
            return choices.Count is > 0 and <= 100 ? new InCondition(operand, choices) : throw WrongCount("IN", choices.Count);
        }

        return _comparators.Contains(Next.Text) && Next.Kind == TokenKind.Symbol ? Compare(operand, Take().Text, Operand()) : throw Syntax();
    }

    private Comparison Compare(IOperand left, string comparator, IOperand right)
    {
        if (left is PathOperand one && right is PathOperand other && one.Path.Overlaps(other.Path) && one.Path.Steps.Count == other.Path.Steps.Count)
        {
            throw Fault(
                $"The first operand must be distinct from the remaining operands for this operator or function; operator: {comparator}, first operand: {one.Path}");
        }

        if (comparator is not ("=" or "<>"))
        {
            CheckOrder(comparator, left, right);
        }

        return new Comparison(left, comparator, right);
    }

    private BetweenCondition Between(IOperand operand, IOperand lower, IOperand upper)
    {
        CheckOrder("BETWEEN", operand, lower, upper);
        if (lower is ValueOperand { Value: var from } && upper is ValueOperand { Value: var to } && AttributeValues.Compare(from, to) is > 0)
        {
            throw Fault("The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                + $"lower bound operand: AttributeValue: {Shown(from)}, upper bound operand: AttributeValue: {Shown(to)}");
        }

        return new BetweenCondition(operand, lower, upper);
    }

    private void CheckOrder(string comparator, params IOperand[] operands)
    {
        if (operands.OfType<ValueOperand>().FirstOrDefault(operand => AttributeValues.Type(operand.Value) is not ("S" or "N" or "B")) is { } wrong)
        {
            throw Fault($"Incorrect operand type for operator or function; operator or function: {comparator}, operand type: {AttributeValues.Type(wrong.Value)}");
        }
    }

    private List<IOperand> Operands()
    {
        Need("(");
        var operands = new List<IOperand>();
        do
        {
            operands.Add(Operand());
        }
        while (TakeIf(","));
        Need(")");
        return operands;
    }

    private IOperand Operand()
    {
        if (Next.Kind == TokenKind.ValuePlaceholder)
        {
            return new ValueOperand(Scope.Value(Take().Text, Kind));
        }

        if (!Next.IsWord("size") || !AfterNext.IsSymbol("("))
        {
            return Next.Kind == TokenKind.Name && AfterNext.IsSymbol("(") ? throw ConditionFunctions.WrongName(this, Next.Text) : new PathOperand(Path());
        }

        Take();
        var operands = Operands();
        return operands.Count == 1 ? new SizeOperand(operands[0]) : throw WrongCount("size", operands.Count);
    }

    private static string Shown(JsonObject value) => $"{{{AttributeValues.Type(value)}:{AttributeValues.Text(value)}}}";
}
