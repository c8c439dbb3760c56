namespace JobMgmt.Networks.Checks;

/// <summary>Follows the ways from a failed job to the run's end, and finds those on which nobody is told.</summary>
internal sealed class AlertWalk(CheckedState job)
{
    // Choices in a row, each after the other; beyond it nothing is claimed.
    private const int MaxChoices = 300;

    private enum Outcome
    {
        /// <summary>The way comes back to where it was; other ways decide.</summary>
        Open,

        /// <summary>Somebody is told.</summary>
        Alerted,

        /// <summary>The run ends, and nobody was told.</summary>
        Quiet,
    }

    /// <summary>The ways without an alert: where each begins, and the states on it; no states where the error ends the run at once.</summary>
    internal IEnumerable<(string Location, IReadOnlyList<string> Way)> QuietWays()
    {
        for (var failed = job; failed is not null; failed = failed.Scope.Owner)
        {
            if (failed != job && HasAlert(failed))
            {
                yield break; // a sibling's business, maybe; a false alarm is worse than none
            }

            var handlers = failed.Handlers("Catch");
            foreach (var handler in ErrorHandler.Usable(handlers))
            {
                var way = new List<string>();
                if (failed.Scope.Find(handler.Next) is { } target && Follow(target, new HashSet<CheckedState>(), way) == Outcome.Quiet)
                {
                    yield return (handler.Location, way);
                }
            }

            if (ErrorHandler.TakeAll(handlers))
            {
                yield break;
            }
        }

        yield return (job.Location, Array.Empty<string>());
    }

    private static bool HasAlert(CheckedState state) => state.IsAlert || state.Inner.Any(inner => inner.All().Any(each => each.IsAlert));

    private Outcome Follow(CheckedState state, HashSet<CheckedState> seen, List<string> way, int choices = 0)
    {
        // A loop where one state follows another: a chain may be long, and only Choices branch.
        while (true)
        {
            if (state == job || !seen.Add(state))
            {
                return Outcome.Open;
            }

            if (HasAlert(state))
            {
                return Outcome.Alerted;
            }

            way.Add(state.Name);
            var next = (state.IsEnd ? AfterScope(state) : Transitions.Forward(state)).ToArray();
            if (next.Length != 1)
            {
                return next.Length == 0 ? Outcome.Quiet : choices < MaxChoices ? FollowEach(next, seen, way, choices + 1) : Outcome.Open;
            }

            state = next[0];
        }
    }

    // One way that tells somebody is enough; else the first that tells nobody is the finding.
    private Outcome FollowEach(IReadOnlyList<CheckedState> targets, HashSet<CheckedState> seen, List<string> way, int choices)
    {
        var mark = way.Count;
        IReadOnlyList<string>? quiet = null;
        foreach (var target in targets)
        {
            var outcome = Follow(target, seen, way, choices);
            if (outcome == Outcome.Alerted)
            {
                return outcome;
            }

            quiet ??= outcome == Outcome.Quiet ? way.Skip(mark).ToArray() : null;
            way.RemoveRange(mark, way.Count - mark);
        }

        way.AddRange(quiet ?? Array.Empty<string>());
        return quiet is null ? Outcome.Open : Outcome.Quiet;
    }

    // A branch that ends goes on after its Parallel or Map, one that fails does so where that is caught; out of the machine there is nothing more.
    private static IEnumerable<CheckedState> AfterScope(CheckedState state)
    {
        for (var owner = state.Scope.Owner; owner is not null; owner = owner.Scope.Owner)
        {
            if (state.Type != "Fail")
            {
                if (!owner.IsEnd)
                {
                    return Transitions.Forward(owner);
                }
            }
            else if (ErrorHandler.TakeAll(owner.Handlers("Catch")))
            {
                return Transitions.OnError(owner);
            }
        }

        return Array.Empty<CheckedState>();
    }
}
