using JobMgmt.Runtime.Events.Patterns.ValueTests;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns;

/// <summary>JSON to the ways in which an event can match: <c>$or</c> multiplies them.</summary>
internal static class EventPatternReader
{
    private const string Or = "$or";
    private const int MaxAlternatives = 1000;

    // Names that may become operators of $or itself.
    private static readonly HashSet<string> _reserved = new(StringComparer.Ordinal)
    {
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr", "=", "<", "<=", ">", ">=", "regex",
        "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
        "ip-address-in-range", "ip-address-not-in-range",
    };

    public static IReadOnlyList<FieldTests> Read(JsonValue pattern) => pattern is JsonObject root
        ? Members(root, string.Empty, [FieldTests.None], inOr: false)
        : throw new InvalidEventPatternException("Filter is not an object");

    private static IReadOnlyList<FieldTests> Members(JsonObject obj, string prefix, IReadOnlyList<FieldTests> ways, bool inOr)
    {
        if (obj.Count == 0)
        {
            throw new InvalidEventPatternException("Empty objects are not allowed");
        }

        foreach (var (name, value) in obj)
        {
            ways = name == Or ? Alternatives(value, prefix, ways) : Member(name, value, prefix, ways, inOr);
        }

        return ways;
    }

    private static IReadOnlyList<FieldTests> Member(string name, JsonValue value, string prefix, IReadOnlyList<FieldTests> ways, bool inOr)
    {
        if (inOr && _reserved.Contains(name))
        {
            throw new InvalidEventPatternException($"{name} is Ruler reserved fieldName which cannot be used inside {Or}.");
        }

        switch (value)
        {
            case JsonObject inner:
                return Members(inner, $"{prefix}{name}.", ways, inOr);
            case JsonArray { Count: 0 }:
                throw new InvalidEventPatternException("Empty arrays are not allowed");
            case JsonArray list:
                var tests = list.Select(ValueTestReader.Read).ToArray();
                return ways.Select(way => way.With(prefix + name, tests)).ToArray();
            default:
                throw new InvalidEventPatternException($"\"{name}\" must be an object or an array");
        }
    }

    private static List<FieldTests> Alternatives(JsonValue value, string prefix, IReadOnlyList<FieldTests> ways)
    {
        if (value is not JsonArray list)
        {
            throw new InvalidEventPatternException($"It must be an Array followed with {Or}.");
        }

        var all = new List<FieldTests>();
        foreach (var item in list)
        {
            all.AddRange(item is JsonObject obj
                ? Members(obj, prefix, ways, inOr: true)
                : throw new InvalidEventPatternException($"Only JSON object is allowed in array of {Or} relationship."));
            if (all.Count > MaxAlternatives)
            {
                throw new InvalidEventPatternException($"Rule is too complex - {Or} makes more than {MaxAlternatives} combinations");
            }
        }

        return list.Count < 2 ? throw new InvalidEventPatternException($"There must have at least 2 Objects in {Or} relationship.") : all;
    }
}
