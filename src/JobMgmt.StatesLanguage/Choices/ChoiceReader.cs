using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>JSON to choice rules.</summary>
internal static class ChoiceReader
{
    // Members of an entry that are no part of its condition.
    private static readonly HashSet<string> _others = new(StringComparer.Ordinal) { "Next", "Comment", "Assign", "Output", "Variable" };

    public static ChoiceRule Read(JsonValue source, string pointer = "")
    {
        if (source is not JsonObject rule)
        {
            throw new ChoiceSyntaxException(pointer, "A choice rule must be an object.");
        }

        var names = rule.Select(member => member.Key).Where(name => !_others.Contains(name)).ToArray();
        if (names.Length != 1)
        {
            throw new ChoiceSyntaxException(pointer, names.Length == 0
                ? "A choice rule must have a comparison operator, or one of And, Or, Not."
                : $"A choice rule must have one comparison operator only, but has {string.Join(", ", names)}.");
        }

        var name = names[0];
        var operand = rule[name]!;
        return name switch
        {
            "And" => new AndRule(Rules(operand, $"{pointer}/And")),
            "Or" => new OrRule(Rules(operand, $"{pointer}/Or")),
            "Not" => new NotRule(Read(operand, $"{pointer}/Not")),
            _ => DataTest(rule, name, operand, pointer),
        };
    }

    private static ChoiceRule[] Rules(JsonValue source, string pointer) => source is JsonArray { Count: > 0 } rules
        ? rules.Select((rule, i) => Read(rule, $"{pointer}/{i}")).ToArray()
        : throw new ChoiceSyntaxException(pointer, "A non-empty array of choice rules is expected.");

    private static DataTestRule DataTest(JsonObject rule, string name, JsonValue operand, string pointer)
    {
        if (!ChoiceOperators.TryGet(name, out var found))
        {
            throw new ChoiceSyntaxException($"{pointer}/{name}", $"Field '{name}' is not a comparison operator.");
        }

        if (rule["Variable"] is not { } variable)
        {
            throw new ChoiceSyntaxException(pointer, "These fields are required: [Variable]");
        }

        var path = Path(variable, $"{pointer}/Variable");
        var (comparison, byPath) = found;
        if (byPath)
        {
            return new DataTestRule(path, comparison, Path(operand, $"{pointer}/{name}"));
        }

        if (operand.Kind != comparison.Operand)
        {
            throw new ChoiceSyntaxException($"{pointer}/{name}", $"Expected value of type [{comparison.Operand.ToString().ToUpperInvariant()}]");
        }

        if (comparison.OperandIsTimestamp && !Rfc3339.TryParse(((JsonString)operand).Value, out _))
        {
            throw new ChoiceSyntaxException($"{pointer}/{name}", "String does not match RFC3339 timestamp");
        }

        return new DataTestRule(path, comparison, operand);
    }

    private static JsonPath Path(JsonValue value, string pointer)
    {
        try
        {
            return value is JsonString text
                ? JsonPath.Parse(text.Value)
                : throw new ChoiceSyntaxException(pointer, "Value is not a Reference Path");
        }
        catch (PathSyntaxException error)
        {
            throw new ChoiceSyntaxException(pointer, $"Value is not a Reference Path: {error.Message}");
        }
    }
}
