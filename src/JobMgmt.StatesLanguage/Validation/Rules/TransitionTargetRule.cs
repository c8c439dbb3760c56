using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Every transition leads to a state of its own container. AWS says 'Next' whatever the field is; only the place tells them apart.</summary>
internal sealed class TransitionTargetRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var names = new HashSet<string>(scope.States.Select(state => state.Name), StringComparer.Ordinal);
        foreach (var (target, location) in Targets(scope).Where(item => !names.Contains(item.Target)))
        {
            diagnostics.Add(DiagnosticCodes.MissingTransitionTarget, location, $"Missing 'Next' target: {target}");
        }
    }

    /// <summary>All transitions of a container, its StartAt first, with their places.</summary>
    internal static IEnumerable<(string Target, string Location)> Targets(ScopeNode scope)
    {
        if (scope.Body["StartAt"] is JsonString start)
        {
            yield return (start.Value, scope.At("StartAt"));
        }

        foreach (var target in scope.States.SelectMany(Targets))
        {
            yield return target;
        }
    }

    /// <summary>A state's transitions, with their places.</summary>
    internal static IEnumerable<(string Target, string Location)> Targets(StateNode state)
    {
        foreach (var field in new[] { "Next", "Default" })
        {
            if (state.Text(field) is { } target)
            {
                yield return (target, state.At(field));
            }
        }

        foreach (var field in new[] { "Choices", "Catch" })
        {
            var items = state.Body[field] as JsonArray ?? JsonArray.Empty;
            for (var i = 0; i < items.Count; i++)
            {
                if ((items[i] as JsonObject)?["Next"] is JsonString target)
                {
                    yield return (target.Value, state.At($"{field}[{i}]/Next"));
                }
            }
        }
    }
}
