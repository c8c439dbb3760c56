using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks;

/// <summary>Where a run can go from a state.</summary>
internal static class Transitions
{
    /// <summary>The next states when nothing fails; of a Choice only those whose rule can be the first that holds.</summary>
    internal static IEnumerable<CheckedState> Forward(CheckedState state)
    {
        var targets = state.Type == "Choice" ? Choices(state) : state.IsEnd ? Array.Empty<string?>() : new[] { state.Text("Next") };
        return targets.Select(state.Scope.Find).OfType<CheckedState>().Distinct();
    }

    /// <summary>The next states when the state fails.</summary>
    internal static IEnumerable<CheckedState> OnError(CheckedState state) =>
        ErrorHandler.Usable(state.Handlers("Catch")).Select(handler => state.Scope.Find(handler.Next)).OfType<CheckedState>().Distinct();

    /// <summary>Every state of a scope, and of the scopes within it, that some run can come to.</summary>
    internal static HashSet<CheckedState> Reachable(CheckedScope scope)
    {
        var reached = new HashSet<CheckedState>();
        var open = new Stack<CheckedState>();
        void Open(IEnumerable<CheckedState> states)
        {
            foreach (var state in states.Where(reached.Add))
            {
                open.Push(state);
            }
        }

        Open(scope.Start is { } start ? new[] { start } : Array.Empty<CheckedState>());
        while (open.Count > 0)
        {
            var state = open.Pop();
            Open(Forward(state));
            Open(OnError(state));
            Open(state.Inner.Select(inner => inner.Start).OfType<CheckedState>());
        }

        return reached;
    }

    private static IEnumerable<string?> Choices(CheckedState state)
    {
        var seen = new List<JsonObject>();
        foreach (var rule in (state.Body["Choices"] as JsonArray ?? JsonArray.Empty).OfType<JsonObject>())
        {
            var condition = (rule["Condition"] as JsonString)?.Value;
            var constant = rule["Condition"] as JsonBoolean;
            var test = rule.Without("Next").Without("Comment").Without("Output").Without("Assign");
            if (condition?.Replace(" ", "") == "{%false%}" || constant is { Value: false } || seen.Contains(test))
            {
                continue;
            }

            seen.Add(test);
            yield return (rule["Next"] as JsonString)?.Value;
            if (condition?.Replace(" ", "") == "{%true%}" || constant is { Value: true })
            {
                yield break;
            }
        }

        yield return state.Text("Default");
    }
}
