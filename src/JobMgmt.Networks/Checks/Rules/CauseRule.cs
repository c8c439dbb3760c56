using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>
/// A failed job's cause is JSON, save where its state has timed out: then there is none. What parses it all the same ends the run with its own error, and the alert is not sent.
/// Where a Choice has looked at the error before, or the expression itself does, the author has thought of it.
/// </summary>
internal sealed class CauseRule : INetworkRule
{
    private const string Mend = "Lead States.Timeout on by a catcher of its own, or pass the cause on as text.";

    // A Cause of the error output, or of what a catcher has put somewhere, as JSONata reads it.
    private static readonly Regex Parsed = new(@"\$parse\(\s*\$states\.(errorOutput|input)(\.[\w`]+)*\.Cause\s*\)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly string[] Guards = { "$exists", "$type", "$contains", "?", "States.Timeout" };

    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var job in machine.All().Where(state => state.IsJob && (state.Body.Contains("TimeoutSeconds") || state.Body.Contains("TimeoutSecondsPath"))))
        {
            var handlers = job.Handlers("Catch");
            var taker = handlers.TakeWhile(handler => !handler.Takes("States.Timeout")).Count();
            if (taker == handlers.Count || ((JsonArray)job.Body["Catch"]!)[taker] is not JsonObject catcher)
            {
                continue;
            }

            if (job.IsJsonata && Texts(catcher).Any(Parses))
            {
                Tell(findings, handlers[taker].Location, $"The catcher of job '{job.Name}' parses");
            }

            Follow(job, catcher, job.Scope.Find(handlers[taker].Next), findings);
        }
    }

    private static void Follow(CheckedState job, JsonObject catcher, CheckedState? first, FindingList findings)
    {
        var error = catcher["ResultPath"] is { } path ? (path as JsonString)?.Value : "$";
        var seen = new HashSet<CheckedState>();
        var open = new Stack<CheckedState>(first is null ? Array.Empty<CheckedState>() : new[] { first });
        while (open.Count > 0)
        {
            var state = open.Pop();
            var texts = Texts(state.Body).ToArray();
            if (!seen.Add(state) || state == job || (state.Type == "Choice" && texts.Any(text => LooksAtError(text, error))))
            {
                continue;
            }

            var parses = state.IsJsonata ? texts.Any(Parses)
                : error is not null && texts.Any(text => text.Replace(" ", "").IndexOf($"States.StringToJson({error}.Cause)", StringComparison.Ordinal) >= 0);
            if (parses && !ErrorHandler.TakeAll(state.Handlers("Catch")))
            {
                Tell(findings, state.Location, $"State '{state.Name}' parses");
            }

            foreach (var next in Transitions.Forward(state))
            {
                open.Push(next);
            }
        }
    }

    private static bool Parses(string text) => Parsed.IsMatch(text) && !Array.Exists(Guards, guard => text.IndexOf(guard, StringComparison.Ordinal) >= 0);

    private static bool LooksAtError(string text, string? error) =>
        text == $"{error}.Error" || text == $"{error}.Cause" || (CheckedState.IsExpression(text) && (text.IndexOf("Error", StringComparison.Ordinal) >= 0 || text.IndexOf("Cause", StringComparison.Ordinal) >= 0));

    // Every text in it, states within a Parallel or Map left out: those are scopes of their own.
    private static IEnumerable<string> Texts(JsonValue value) => value switch
    {
        JsonString text => new[] { text.Value },
        JsonArray list => list.SelectMany(Texts),
        JsonObject obj => obj.Where(member => member.Key is not ("Branches" or "Iterator" or "ItemProcessor" or "Catch" or "Comment")).SelectMany(member => Texts(member.Value)),
        _ => Array.Empty<string>(),
    };

    private static void Tell(FindingList findings, string location, string who) => findings.Warning(
        NetworkCodes.CauseMayBeMissing, location, $"{who} the cause of a failed job, and a job that timed out has none: the run ends there with an error of its own. {Mend}");
}
