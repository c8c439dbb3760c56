using System.Text.RegularExpressions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Numbers;
using JobMgmt.StatesLanguage.Jsonata.Regexes;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>A regular expression as a function: of a text it gives the first match, which has a function that gives the next.</summary>
internal sealed class RegexFunction : JsonataFunction
{
    private readonly JsonataRegex _regex;
    private readonly int _position;

    public RegexFunction(JsonataRegex regex, int position)
    {
        _regex = regex;
        _position = position;
    }

    public override int Arity => 2;

    public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame)
    {
        var from = arguments.Length > 1 && arguments[1] is JsonNumber number ? (int)number.ToDouble() : 0;
        return arguments.Length > 0 && arguments[0] is JsonString text ? Match(text.Value, Math.Max(0, from)) : null;
    }

    private JsonObject? Match(string text, int from)
    {
        if (_regex.Find(text, from) is not { } match)
        {
            return null;
        }

        var end = match.Index + match.Length;
        return JsonObject.Of(
            ("match", match.Value),
            ("start", Numeric.Of(match.Index)),
            ("end", Numeric.Of(end)),
            ("groups", Groups(match)),
            ("next", new NextMatch(() => Next(text, end))));
    }

    private static JsonataArray Groups(Match match)
    {
        var groups = new JsonataArray();
        for (var i = 1; i < match.Groups.Count; i++)
        {
            groups.Add(match.Groups[i].Success ? new JsonString(match.Groups[i].Value) : null);
        }

        return groups;
    }

    private JsonObject? Next(string text, int from)
    {
        if (from >= text.Length)
        {
            return null;
        }

        var next = Match(text, from);
        return next?["match"] is JsonString { Value.Length: 0 }
            ? throw new JsonataException("D1004", _position, null, _regex.Source) // it would never get on
            : next;
    }

    private sealed class NextMatch : JsonataFunction
    {
        private readonly Func<JsonValue?> _next;

        public NextMatch(Func<JsonValue?> next) => _next = next;

        public override int Arity => 0;

        public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame) => _next();
    }
}
