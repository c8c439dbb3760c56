using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Finds what an expression reads from the input of the whole: fields and <c>$</c> outside any step, and <c>$$</c> anywhere.</summary>
internal static class TopLevelReferences
{
    /// <summary>Each name once, in the order of their first use.</summary>
    public static IReadOnlyList<string> Of(Expression root)
    {
        var names = new List<string>();
        Walk(root, true, names);
        return names;
    }

    private static void Walk(Expression expression, bool atTop, List<string> names)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case NameExpression name when atTop:
                Add(name.Name, names);
                break;
            case VariableExpression { Name: "$" }:
                Add("$$", names);
                break;
            case VariableExpression { Name: "" } when atTop:
                Add("$", names);
                break;
            case PathExpression path:
                for (var i = 0; i < path.Steps.Count; i++)
                {
                    Walk(path.Steps[i], atTop && i == 0, names);
                }

                break;
            case TransformExpression transform:
                WalkAll(transform.Children, false, names); // its context is the value that it will be given
                break;
            default:
                WalkAll(expression.Children, atTop && expression is not SortExpression, names);
                break;
        }

        WalkAll((expression.Predicates ?? []).Concat(expression.Stages ?? []).Select(stage => stage.Predicate).OfType<Expression>(), false, names);
        WalkAll(expression.Group?.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }) ?? [], false, names);
    }

    private static void WalkAll(IEnumerable<Expression> expressions, bool atTop, List<string> names)
    {
        foreach (var expression in expressions)
        {
            Walk(expression, atTop, names);
        }
    }

    private static void Add(string name, List<string> names)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}
