using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Finds <c>$states.x</c> in an expression.</summary>
internal static class StatesReferences
{
    /// <summary>Whether a path anywhere within begins with <c>$states</c> and this field of it.</summary>
    public static bool Has(Expression expression, string field)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return (expression is PathExpression { Steps: [VariableExpression { Name: "states" }, NameExpression name, ..] } && name.Name == field)
            || Within(expression).Any(inner => Has(inner, field));
    }

    private static IEnumerable<Expression> Within(Expression expression) => (expression is PathExpression path ? path.Steps : expression.Children)
        .Concat((expression.Predicates ?? []).Concat(expression.Stages ?? []).Select(stage => stage.Predicate).OfType<Expression>())
        .Concat(expression.Group?.Pairs.SelectMany(pair => new[] { pair.Key, pair.Value }) ?? []);
}
