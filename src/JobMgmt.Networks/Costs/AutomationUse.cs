namespace JobMgmt.Networks.Costs;

/// <summary>One automation of a run: it counts against the account's quota from its start to its end, and each of its steps is billed.</summary>
/// <param name="Start">When it was started.</param>
/// <param name="End">When its answer came.</param>
/// <param name="Steps">The steps that it has run.</param>
/// <param name="ScriptSteps">Those of them that are scripts (<c>aws:executeScript</c>).</param>
/// <param name="ScriptSeconds">How long these took together; null where it is not known.</param>
public sealed record AutomationUse(DateTimeOffset Start, DateTimeOffset End, int Steps, int ScriptSteps, double? ScriptSeconds = null)
{
    /// <summary>How many of some automations went on at the same time, at most. What ends at an instant makes room for what starts at it.</summary>
    public static int MostAtOnce(IEnumerable<AutomationUse> automations)
    {
        var (now, most) = (0, 0);
        foreach (var (_, change) in automations.SelectMany(one => new[] { (At: one.Start, Change: 1), (At: one.End, Change: -1) }).OrderBy(item => item.At).ThenBy(item => item.Change))
        {
            most = Math.Max(most, now += change);
        }

        return most;
    }
}
