using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Validation.Rules;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>JSON to choice rules.</summary>
internal static class ChoiceReader
{
    // Members of an entry that are no part of its condition.
    private static readonly HashSet<string> _others = new(StringComparer.Ordinal) { "Next", "Comment", "Assign", "Output", "Variable" };

    /// <summary>What AWS says of a rule with none of these, or several.</summary>
    internal const string OneForm = "The object must have only one of the following fields, [And, Or, Not, Variable, Condition]";

    private static readonly HashSet<string> _forms = new(StringComparer.Ordinal) { "And", "Or", "Not", "Condition" };

    public static ChoiceRule Read(JsonValue source, string pointer = "")
    {
        if (source is not JsonObject rule)
        {
            throw new ChoiceSyntaxException(pointer, "Expected value of type [OBJECT]");
        }

        if (pointer.Length > 0 && rule.Contains("Next"))
        {
            throw new ChoiceSyntaxException(pointer, "Field 'Next' is not supported");
        }

        var names = rule.Select(member => member.Key).Where(name => !_others.Contains(name)).ToArray();
        if (names.Length != 1)
        {
            throw new ChoiceSyntaxException(pointer, Fault(rule, names));
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

    /// <summary>What is wrong with a rule that does not have exactly one condition: in AWS's words, but that the operators after the first are not known.</summary>
    private static string Fault(JsonObject rule, string[] names)
    {
        if (names.FirstOrDefault(name => !_forms.Contains(name) && !ChoiceOperators.TryGet(name, out _)) is { } unknown)
        {
            return $"Field '{unknown}' is not supported";
        }

        var hasVariable = rule.Contains("Variable");
        return names.Count(_forms.Contains) + (hasVariable ? 1 : 0) != 1 ? OneForm
            : names.Length == 0 ? FieldGroups.Missing(ChoiceOperators.Names)
            : FieldGroups.TooMany(names);
    }

    private static ChoiceRule[] Rules(JsonValue source, string pointer) => source is JsonArray { Count: > 0 } rules
        ? rules.Select((rule, i) => Read(rule, $"{pointer}/{i}")).ToArray()
        : throw new ChoiceSyntaxException(pointer, "A non-empty array of choice rules is expected.");

    private static DataTestRule DataTest(JsonObject rule, string name, JsonValue operand, string pointer)
    {
        if (!ChoiceOperators.TryGet(name, out var found))
        {
            throw new ChoiceSyntaxException($"{pointer}/{name}", $"Field '{name}' is not supported");
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
