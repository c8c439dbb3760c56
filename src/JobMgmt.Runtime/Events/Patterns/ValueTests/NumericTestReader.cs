using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>Reads the operand of <c>numeric</c>: one comparison, or a lower bound followed by an upper one.</summary>
internal static class NumericTestReader
{
    private static readonly string[] _operators = ["=", ">=", ">", "<=", "<"];

    public static NumericTest Read(JsonValue operand)
    {
        if (operand is not JsonArray terms)
        {
            throw new InvalidEventPatternException("Value of numeric must be an array.");
        }

        if (terms.Count == 0 || terms[0] is not JsonString { Value: var first })
        {
            throw new InvalidEventPatternException($"Invalid member in numeric match: {(terms.Count == 0 ? "]" : Token(terms[0]))}");
        }

        if (!_operators.Contains(first))
        {
            throw new InvalidEventPatternException($"Unrecognized numeric range operator: {first}");
        }

        var value = Number(terms, 1, first == "=" ? "equals" : first);
        if (terms.Count == 2)
        {
            return first switch
            {
                "=" => new NumericTest(value, false, value, false),
                ">=" or ">" => new NumericTest(value, first == ">", null, false),
                _ => new NumericTest(null, false, value, first == "<"),
            };
        }

        return first is ">=" or ">" ? Range(terms, value, first == ">") : throw new InvalidEventPatternException("Too many elements in numeric expression");
    }

    private static NumericTest Range(JsonArray terms, JsonNumber bottom, bool openBottom)
    {
        if (terms[2] is not JsonString { Value: var second })
        {
            throw new InvalidEventPatternException($"Bad value in numeric range: {Token(terms[2])}");
        }

        if (second is not ("<" or "<="))
        {
            throw new InvalidEventPatternException($"Bad numeric range operator: {second}");
        }

        var top = Number(terms, 3, second);
        if (terms.Count > 4)
        {
            throw new InvalidEventPatternException("Too many terms in numeric range expression");
        }

        return JsonNumber.Compare(bottom, top) < 0
            ? new NumericTest(bottom, openBottom, top, second == "<")
            : throw new InvalidEventPatternException("Bottom must be less than top");
    }

    // The reader of EventBridge tells the token at which it is: of a list or an object its beginning.
    private static string Token(JsonValue term) => term switch
    {
        JsonArray => "[",
        JsonObject => "{",
        _ => term.ToString(),
    };

    private static JsonNumber Number(JsonArray terms, int at, string comparison) => at < terms.Count && terms[at] is JsonNumber number
        ? number
        : throw new InvalidEventPatternException($"Value of {comparison} must be numeric");
}
