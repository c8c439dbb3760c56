using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events.Patterns.ValueTests;

/// <summary>Reads an entry of a pattern's array, with EventBridge's words for what it refuses.</summary>
internal static class ValueTestReader
{
    private const string IgnoreCase = "equals-ignore-case";
    private const string TooMany = "Too many elements in numeric expression"; // also where nothing is numeric

    public static ValueTest Read(JsonValue entry) => entry switch
    {
        JsonObject expression => Expression(expression),
        JsonArray => throw new InvalidEventPatternException("Match value must be String, number, true, false, or null"),
        JsonString { Value: var text } when AddressText.Canonical(text) is { } address => new AddressTest(address),
        _ => new LiteralTest(entry),
    };

    private static ValueTest Expression(JsonObject expression)
    {
        if (expression.Count == 0)
        {
            throw new InvalidEventPatternException("Match expression name not found");
        }

        var (name, operand) = expression[0];
        ValueTest test = name switch
        {
            "exactly" => new LiteralTest(new JsonString(Text(operand, "exact"))),
            "prefix" => operand is JsonObject inner ? new PrefixTest(CaselessText(inner, "Prefix"), true) : new PrefixTest(Text(operand, name)),
            "suffix" => operand is JsonObject inner ? new SuffixTest(CaselessText(inner, "Suffix"), true) : new SuffixTest(Text(operand, name)),
            IgnoreCase => new EqualsIgnoreCaseTest(Text(operand, name)),
            "wildcard" => WildcardTest.Parse(Text(operand, name)),
            "numeric" => NumericTestReader.Read(operand),
            "cidr" => CidrTest.Parse(Text(operand, "prefix")), // EventBridge's own word for it
            "exists" => operand is JsonBoolean wanted
                ? new ExistsTest(wanted.Value)
                : throw new InvalidEventPatternException("exists match pattern must be either true or false."),
            "anything-but" => AnythingBut(operand),
            _ => throw new InvalidEventPatternException($"Unrecognized match type {name}"),
        };
        return name is "numeric" or "anything-but" ? OneKey(expression, test, TooMany) : OneKey(expression, test);
    }

    private static AnythingButTest AnythingBut(JsonValue operand)
    {
        switch (operand)
        {
            case JsonObject { Count: 0 }:
                throw new InvalidEventPatternException("Anything-But expression name not found");
            case JsonObject inner:
                var (name, nested) = inner[0];
                if (name is not ("prefix" or "suffix" or IgnoreCase or "wildcard"))
                {
                    throw new InvalidEventPatternException($"Unsupported anything-but pattern: {name}");
                }

                if (nested is JsonArray { Count: 0 })
                {
                    throw new InvalidEventPatternException("Empty arrays are not allowed"); // it would mean "anything at all"
                }

                return OneKey(inner, new AnythingButTest(Items(nested).Select(item => Nested(name, item)).ToArray()), TooMany);
            default:
                var values = Items(operand);
                if (values.Any(value => value is not (JsonString or JsonNumber)))
                {
                    throw new InvalidEventPatternException("Inside anything but list, start|null|boolean is not supported.");
                }

                return values.DistinctBy(value => value.Kind).Count() == 1
                    ? new AnythingButTest(values.Select(value => new LiteralTest(value)).ToArray())
                    : throw new InvalidEventPatternException(
                        "Inside anything but list, either all values are number or string, mixed type is not supported");
        }
    }

    private static ValueTest Nested(string name, JsonValue item) => name switch
    {
        "prefix" => new PrefixTest(Affix(item)),
        "suffix" => new SuffixTest(Affix(item)),
        IgnoreCase => new EqualsIgnoreCaseTest(item is JsonString text
            ? text.Value
            : throw new InvalidEventPatternException($"Inside anything-but/{IgnoreCase} list, number|start|null|boolean is not supported.")),
        _ => WildcardTest.Parse(Text(item, name)),
    };

    private static IReadOnlyList<JsonValue> Items(JsonValue operand) => operand switch
    {
        JsonArray list => list,
        JsonString or JsonNumber => [operand],
        _ => throw new InvalidEventPatternException("Value of anything-but must be an array or single string/number value."),
    };

    private static string Affix(JsonValue item) => item is not JsonString { Value: var text }
        ? throw new InvalidEventPatternException("prefix/suffix match pattern must be a string")
        : text.Length > 0 ? text : throw new InvalidEventPatternException("Null prefix/suffix not allowed");

    private static string CaselessText(JsonObject inner, string kind)
    {
        if (inner.Count == 0)
        {
            throw new InvalidEventPatternException($"{kind} expression name not found");
        }

        var (name, operand) = inner[0];
        return name == IgnoreCase
            ? OneKey(inner, Text(operand, name))
            : throw new InvalidEventPatternException($"Unsupported {kind.ToLowerInvariant()} pattern: {name}");
    }

    private static string Text(JsonValue operand, string name) =>
        operand is JsonString text ? text.Value : throw new InvalidEventPatternException($"{name} match pattern must be a string");

    private static T OneKey<T>(JsonObject expression, T test, string refusal = "Only one key allowed in match expression") =>
        expression.Count == 1 ? test : throw new InvalidEventPatternException(refusal);
}
