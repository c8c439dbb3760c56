using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Builds paths: steps, and what hangs on them.</summary>
internal sealed class PathBuilder
{
    private readonly Func<SyntaxNode, Expression> _build;

    public PathBuilder(Func<SyntaxNode, Expression> build) => _build = build;

    /// <summary><c>a.b</c>.</summary>
    public PathExpression Step(SyntaxNode node)
    {
        var first = _build(node.Lhs!);
        var result = first as PathExpression ?? new PathExpression([first], first.Position);
        if (first is ParentExpression parent)
        {
            result.SeekingParent = [parent.Slot];
        }

        var rest = _build(node.Rhs!);
        if (rest is PathExpression path)
        {
            result.Steps.AddRange(path.Steps);
        }
        else
        {
            FiltersToStages(rest);
            result.Steps.Add(rest);
        }

        Finish(result);
        return result;
    }

    /// <summary><c>a[b]</c>.</summary>
    public Expression Filter(SyntaxNode node)
    {
        var result = _build(node.Lhs!);
        var step = Last(result);
        if (step.Group is not null)
        {
            throw new JsonataException("S0209", node.Position);
        }

        var predicate = _build(node.Rhs!);
        if (predicate.SeekingParent is not null)
        {
            foreach (var slot in predicate.SeekingParent)
            {
                if (slot.Level == 1)
                {
                    Ancestry.Seek(step, slot);
                }
                else
                {
                    slot.Level--;
                }
            }

            Ancestry.Push(step, predicate);
        }

        if (result is PathExpression)
        {
            (step.Stages ??= []).Add(new Stage(predicate));
        }
        else
        {
            (step.Predicates ??= []).Add(new Stage(predicate));
        }

        return result;
    }

    /// <summary><c>a{b: c}</c>.</summary>
    public Expression Group(SyntaxNode node, (Expression Key, Expression Value)[] pairs)
    {
        var result = _build(node.Lhs!);
        result.Group = result.Group is null ? new Grouping(pairs, node.Position) : throw new JsonataException("S0210", node.Position);
        return result;
    }

    /// <summary><c>a^(b)</c>.</summary>
    public PathExpression OrderBy(SyntaxNode node)
    {
        var first = _build(node.Lhs!);
        var result = first as PathExpression ?? new PathExpression([first], first.Position);
        var terms = node.Terms.Select(term => (Expression: _build(term.Expression), term.Descending)).ToArray();
        result.Steps.Add(terms.Aggregate(new SortExpression(terms, node.Position), (sort, term) => Ancestry.Push(sort, term.Expression)));
        Ancestry.Resolve(result);
        return result;
    }

    /// <summary><c>a@$b</c>.</summary>
    public Expression BindContext(SyntaxNode node)
    {
        var result = _build(node.Lhs!);
        var step = Last(result);
        if (step.Stages is not null || step.Predicates is not null)
        {
            throw new JsonataException("S0215", node.Position);
        }

        if (step is SortExpression)
        {
            throw new JsonataException("S0216", node.Position);
        }

        step.KeepArray |= node.KeepArray;
        step.Focus = node.Rhs!.Text;
        step.IsTuple = true;
        return result;
    }

    /// <summary><c>a#$b</c>.</summary>
    public PathExpression BindPosition(SyntaxNode node)
    {
        var first = _build(node.Lhs!);
        var step = Last(first);
        if (first is not PathExpression result)
        {
            result = new PathExpression([first], first.Position);
            FiltersToStages(step);
        }

        if (step.Stages is null)
        {
            step.Index = node.Rhs!.Text;
        }
        else
        {
            step.Stages.Add(new Stage(node.Rhs!.Text));
        }

        step.IsTuple = true;
        return result;
    }

    private static Expression Last(Expression expression) => expression is PathExpression path ? path.Steps[path.Steps.Count - 1] : expression;

    private static void FiltersToStages(Expression step)
    {
        if (step.Predicates is not null)
        {
            step.Stages = step.Predicates;
            step.Predicates = null;
        }
    }

    private static void Finish(PathExpression path)
    {
        for (var i = 0; i < path.Steps.Count; i++)
        {
            if (path.Steps[i] is LiteralExpression literal)
            {
                path.Steps[i] = AsName(literal);
            }
        }

        path.KeepSingletonArray |= path.Steps.Exists(step => step.KeepArray);
        foreach (var end in new[] { path.Steps[0], path.Steps[path.Steps.Count - 1] })
        {
            end.IsArrayConstructor |= end is ArrayExpression;
        }

        Ancestry.Resolve(path);
    }

    // a string in a path names a field; a number, true, false or null means nothing there
    private static NameExpression AsName(LiteralExpression literal) => literal.Value is JsonString text
        ? new NameExpression(text.Value, literal.Position)
        {
            KeepArray = literal.KeepArray,
            Stages = literal.Stages,
            Predicates = literal.Predicates,
            Group = literal.Group,
            Focus = literal.Focus,
            Index = literal.Index,
            IsTuple = literal.IsTuple,
        }
        : throw new JsonataException("S0213", literal.Position, null, literal.Value);
}
