using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$match</c>: the matches of a regular expression: each with its text, place and groups.</summary>
internal sealed class MatchFunction : BuiltinFunction
{
    public MatchFunction()
        : base("match", "<s-f<s:o>n?:a<o>>", 3)
    {
    }

    protected override JsonValue? Invoke(Arguments arguments)
    {
        if (arguments.Text(0) is not { } text)
        {
            return null;
        }

        var limit = arguments.Number(2) ?? double.PositiveInfinity;
        if (limit < 0)
        {
            throw new JsonataException("D3040", value: arguments[2]).With("index", 3);
        }

        var results = JsonataArray.Sequence();
        foreach (var match in Matcher.Matches(arguments, arguments.Function(1)!, text, limit))
        {
            results.Add(JsonObject.Of(("match", match["match"]), ("index", match["start"]), ("groups", match["groups"])));
        }

        return results;
    }
}
