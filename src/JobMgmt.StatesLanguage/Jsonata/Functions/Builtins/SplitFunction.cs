using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

/// <summary><c>$split</c>: cuts at a text or at the matches of a regular expression.</summary>
internal sealed class SplitFunction : BuiltinFunction
{
    public SplitFunction()
        : base("split", "<s-(sf)n?:a<s>>", 3)
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
            throw new JsonataException("D3020", value: arguments[2]).With("index", 3);
        }

        var pieces = arguments[1] is JsonataFunction matcher ? ByMatch(arguments, matcher, text, limit) : ByText(text, arguments.Text(1), limit);
        return new JsonataArray(pieces.Select(piece => (JsonValue)piece).ToList());
    }

    private static IEnumerable<string> ByText(string text, string? separator, double limit)
    {
        var pieces = separator switch
        {
            null => [text],
            "" => text.Select(c => c.ToString()),
            _ => text.Split([separator], StringSplitOptions.None),
        };
        return pieces.Take((int)Math.Min(limit, int.MaxValue));
    }

    private static List<string> ByMatch(Arguments arguments, JsonataFunction matcher, string text, double limit)
    {
        var pieces = new List<string>();
        var start = 0;
        foreach (var match in Matcher.Matches(arguments, matcher, text, limit))
        {
            var from = Matcher.Place(match, "start", text);
            pieces.Add(text.Substring(Math.Min(start, from), Math.Abs(from - start)));
            start = Matcher.Place(match, "end", text);
        }

        if (pieces.Count < limit)
        {
            pieces.Add(text.Substring(start));
        }

        return pieces;
    }
}
