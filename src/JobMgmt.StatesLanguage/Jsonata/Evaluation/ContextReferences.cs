using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Finds what an expression reads from its context, as paths, and which variables it does not bind itself.</summary>
internal sealed class ContextReferences
{
    private readonly List<JsonataReference> _found = [];
    private readonly List<JsonataReference> _variables = [];
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);

    private ContextReferences(Expression root) => Walk(root, atTop: true);

    /// <summary>The paths, in the order of the text.</summary>
    public static IReadOnlyList<JsonataReference> Of(Expression root) => new ContextReferences(root)._found;

    /// <summary>The variables, without their dollar sign, that neither the expression nor the functions of Step Functions have.</summary>
    public static IReadOnlyList<JsonataReference> FreeVariables(Expression root)
    {
        var all = new ContextReferences(root);
        return all._variables.Where(variable => !all._bound.Contains(variable.Names[0]) && Functions.JsonataFunctions.StepFunctions.Find(variable.Names[0]) is null).ToArray();
    }

    private void Walk(Expression expression, bool atTop)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        Bind(expression.Focus, expression.Index);
        switch (expression)
        {
            case NameExpression name when atTop:
                Add(name.Position, name.Name);
                break;
            case VariableExpression variable:
                Variable(variable, atTop);
                break;
            case WildcardExpression when atTop:
                Add(expression.Position, "*");
                break;
            case DescendantExpression when atTop:
                Add(expression.Position, "**");
                break;
            case ParentExpression when atTop:
                Add(expression.Position, "%");
                break;
            case PathExpression path:
                Path(path, atTop);
                break;
            case TransformExpression transform:
                WalkAll(transform.Children, false); // its context is the value that it will be given
                break;
            default:
                Bind((expression as BindExpression)?.Name, (expression as LambdaExpression)?.Parameters ?? []);
                WalkAll(expression.Children, atTop && expression is not SortExpression);
                break;
        }

        foreach (var stage in (expression.Predicates ?? []).Concat(expression.Stages ?? []))
        {
            Bind(stage.Variable);
            WalkAll(stage.Predicate is { } predicate ? [predicate] : [], false);
        }

        WalkAll(expression.Group?.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }) ?? [], false);
    }

    private void Path(PathExpression path, bool atTop)
    {
        var names = new List<string>();
        for (var i = 0; atTop && i < path.Steps.Count && path.Steps[i] is NameExpression name; i++)
        {
            names.Add(name.Name);
            if ((name.Predicates ?? name.Stages) is not null || name.Focus is not null || name.Index is not null)
            {
                break; // what follows may be of a part of it
            }
        }

        if (names.Count > 0)
        {
            _found.Add(new JsonataReference(names, path.Steps[0].Position));
        }

        for (var i = 0; i < path.Steps.Count; i++)
        {
            Walk(path.Steps[i], atTop && i == 0 && names.Count == 0);
        }
    }

    private void Variable(VariableExpression variable, bool atTop)
    {
        if (variable.Name == "$" || (variable.Name.Length == 0 && atTop))
        {
            Add(variable.Position, "$" + variable.Name);
        }
        else if (variable.Name.Length > 0)
        {
            _variables.Add(new JsonataReference([variable.Name], variable.Position));
        }
    }

    private void WalkAll(IEnumerable<Expression> expressions, bool atTop)
    {
        foreach (var expression in expressions)
        {
            Walk(expression, atTop);
        }
    }

    private void Bind(string? name, params string?[] others) => _bound.UnionWith(others.Append(name).OfType<string>());

    private void Add(int position, string name) => _found.Add(new JsonataReference([name], position));
}
