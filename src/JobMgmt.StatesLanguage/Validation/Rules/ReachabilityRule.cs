using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Some way leads from StartAt to every state. A workflow without an end is told as that alone.</summary>
internal sealed class ReachabilityRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        if (scope.Body["StartAt"] is not JsonString start || !EndStateRule.HasEnd(scope))
        {
            return;
        }

        var states = scope.States.ToDictionary(state => state.Name, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start.Value]);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (reached.Add(name) && states.TryGetValue(name, out var state))
            {
                foreach (var (target, _) in TransitionTargetRule.Targets(state))
                {
                    open.Push(target);
                }
            }
        }

        foreach (var state in scope.States.Where(state => !reached.Contains(state.Name)))
        {
            diagnostics.Add(DiagnosticCodes.MissingTransitionTarget, state.Location, $"State \"{state.Name}\" is not reachable.");
        }
    }
}
