using System.Runtime.CompilerServices;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Expressions;
using JobMgmt.StatesLanguage.Jsonata.Numbers;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>
/// Makes the finished tree of the parse tree: gathers steps into paths, puts filters where they belong, finds for every <c>%</c>
/// the step that it means. The parse tree is only read, since <c>a ?: b</c> uses the one of <c>a</c> twice.
/// </summary>
internal sealed class ExpressionBuilder
{
    private readonly PathBuilder _paths;
    private int _labels;

    private ExpressionBuilder() => _paths = new PathBuilder(Build);

    /// <exception cref="JsonataException">Something stands where it means nothing.</exception>
    public static Expression Finish(SyntaxNode syntax)
    {
        var result = new ExpressionBuilder().Build(syntax);
        return result is not ParentExpression && result.SeekingParent is null
            ? result
            : throw new JsonataException("S0217", result.Position, result.TypeName);
    }

    private Expression Build(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = Core(node);
        result.KeepArray |= node.KeepArray;
        return result;
    }

    private Expression Core(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Name => Name(node),
        SyntaxKind.Variable => new VariableExpression(node.Text, node.Position),
        SyntaxKind.Text or SyntaxKind.Number or SyntaxKind.Value => new LiteralExpression(node.Value!, node.Position),
        SyntaxKind.Regex => new RegexExpression(node.Token.Regex!, node.Position),
        SyntaxKind.Wildcard => new WildcardExpression(node.Position),
        SyntaxKind.Descendant => new DescendantExpression(node.Position),
        SyntaxKind.Parent => new ParentExpression(new AncestorSlot("!" + Numeric.Of(_labels++).Text), node.Position),
        SyntaxKind.Binary => Binary(node),
        SyntaxKind.Unary => Unary(node),
        SyntaxKind.Function => Call(node),
        SyntaxKind.Partial => Partial(node),
        SyntaxKind.Lambda => new LambdaExpression(
            node.Items.Select(parameter => parameter.Text).ToArray(), TailCalls.Mark(Build(node.Rhs!)), node.Signature, node.Position),
        SyntaxKind.Condition => Condition(node),
        SyntaxKind.Transform => new TransformExpression(
            Build(node.Lhs!), Build(node.Rhs!), node.Third is null ? null : Build(node.Third), node.Position),
        SyntaxKind.Block => Block(node),
        SyntaxKind.Operator when node.Text is "and" or "or" or "in" => Name(node),
        SyntaxKind.Operator => throw new JsonataException("S0201", node.Position, node.Value),
        _ => throw new JsonataException("S0207", node.Position, node.Value),
    };

    private static PathExpression Name(SyntaxNode node) =>
        new([new NameExpression(node.Text, node.Position) { KeepArray = node.KeepArray }], node.Position) { KeepSingletonArray = node.KeepArray };

    private Expression Binary(SyntaxNode node) => node.Text switch
    {
        "." => _paths.Step(node),
        "[" => _paths.Filter(node),
        "{" => _paths.Group(node, Pairs(node, null)),
        "^" => _paths.OrderBy(node),
        "@" => _paths.BindContext(node),
        "#" => _paths.BindPosition(node),
        ":=" => Bind(node),
        "~>" => Apply(node),
        _ => Operator(node),
    };

    private BindExpression Bind(SyntaxNode node)
    {
        var value = Build(node.Rhs!);
        return Ancestry.Push(new BindExpression(node.Lhs!.Text, value, node.Position), value);
    }

    private ApplyExpression Apply(SyntaxNode node)
    {
        var (left, right) = (Build(node.Lhs!), Build(node.Rhs!));
        return new ApplyExpression(left, right, node.Position) { KeepArray = left.KeepArray || right.KeepArray };
    }

    private BinaryExpression Operator(SyntaxNode node)
    {
        var (left, right) = (Build(node.Lhs!), Build(node.Rhs!));
        BinaryExpression result = node.Text switch
        {
            "=" or "!=" => new EqualityExpression(node.Text, left, right, node.Position),
            "<" or "<=" or ">" or ">=" => new ComparisonExpression(node.Text, left, right, node.Position),
            "&" => new ConcatExpression(left, right, node.Position),
            ".." => new RangeExpression(left, right, node.Position),
            "in" => new InclusionExpression(left, right, node.Position),
            "and" or "or" => new LogicalExpression(node.Text, left, right, node.Position),
            _ => new ArithmeticExpression(node.Text, left, right, node.Position),
        };
        return Ancestry.Push(Ancestry.Push(result, left), right);
    }

    private Expression Unary(SyntaxNode node)
    {
        if (node.Text == "[")
        {
            var items = node.Items.Select(Build).ToArray();
            return items.Aggregate(new ArrayExpression(items, node.Position), Ancestry.Push);
        }

        if (node.Text == "{")
        {
            var within = new List<Expression>();
            var pairs = new Grouping(Pairs(node, within), node.Position);
            return within.Aggregate(new ObjectExpression(pairs, node.Position), Ancestry.Push);
        }

        var operand = Build(node.Lhs!);
        if (operand is LiteralExpression { Value: JsonNumber number } literal)
        {
            literal.Value = Numeric.Of(-number.ToDouble());
            return literal;
        }

        return Ancestry.Push(new NegateExpression(operand, node.Position), operand);
    }

    private (Expression Key, Expression Value)[] Pairs(SyntaxNode node, List<Expression>? within) => node.Pairs.Select(pair =>
    {
        var (key, value) = (Build(pair.Key), Build(pair.Value));
        within?.Add(key);
        within?.Add(value);
        return (key, value);
    }).ToArray();

    private CallExpression Call(SyntaxNode node)
    {
        var arguments = node.Items.Select(Build).ToArray();
        return arguments.Aggregate(new CallExpression(Build(node.Lhs!), arguments, node.Position), Ancestry.Push);
    }

    private PartialExpression Partial(SyntaxNode node)
    {
        var arguments = node.Items.Select(item => item is { Kind: SyntaxKind.Operator, Text: "?" } ? null : Build(item)).ToArray();
        return arguments.OfType<Expression>().Aggregate(new PartialExpression(Build(node.Lhs!), arguments, node.Position), Ancestry.Push);
    }

    private ConditionExpression Condition(SyntaxNode node)
    {
        var (condition, then) = (Build(node.Lhs!), Build(node.Rhs!));
        var otherwise = node.Third is null ? null : Build(node.Third);
        var result = new ConditionExpression(condition, then, otherwise, node.Position);
        return result.Children.Aggregate(result, Ancestry.Push);
    }

    private BlockExpression Block(SyntaxNode node)
    {
        var parts = node.Items.ConvertAll(Build);
        var result = parts.Aggregate(new BlockExpression(parts, node.Position), Ancestry.Push);
        result.IsArrayConstructor = parts.Exists(part => part.IsArrayConstructor || (part is PathExpression path && path.Steps[0].IsArrayConstructor));
        return result;
    }
}
