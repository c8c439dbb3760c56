using System.Globalization;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>A condition of aws:branch: <c>{Variable, OPERATOR}</c>, or And, Or, Not of such.</summary>
internal static class BranchRule
{
    private static readonly Dictionary<string, Func<JsonValue, JsonValue, bool>> _operators = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = (left, right) => Text(left) == Text(right),
        ["EqualsIgnoreCase"] = (left, right) => string.Equals(Text(left), Text(right), StringComparison.OrdinalIgnoreCase),
        ["StartsWith"] = (left, right) => Text(left).StartsWith(Text(right), StringComparison.Ordinal),
        ["EndsWith"] = (left, right) => Text(left).EndsWith(Text(right), StringComparison.Ordinal),
        ["Contains"] = (left, right) => left is JsonArray list ? list.Any(item => Text(item) == Text(right)) : Text(left).Contains(Text(right), StringComparison.Ordinal),
        ["NumericEquals"] = (left, right) => Compare(left, right) == 0,
        ["NumericGreater"] = (left, right) => Compare(left, right) > 0,
        ["NumericLesser"] = (left, right) => Compare(left, right) < 0,
        ["NumericGreaterOrEquals"] = (left, right) => Compare(left, right) >= 0,
        ["NumericLesserOrEquals"] = (left, right) => Compare(left, right) <= 0,
        ["BooleanEquals"] = (left, right) => bool.TryParse(Text(left), out var a) && bool.TryParse(Text(right), out var b) && a == b,
    };

    public static IEnumerable<string> Operators => _operators.Keys;

    /// <summary>Whether it holds, its references being resolved. Values that can't be compared don't match.</summary>
    public static bool Holds(JsonObject rule) =>
        rule["And"] is JsonArray all ? all.Cast<JsonObject>().All(Holds)
        : rule["Or"] is JsonArray any ? any.Cast<JsonObject>().Any(Holds)
        : rule["Not"] is JsonObject not ? !Holds(not)
        : rule["Variable"] is { } variable && rule.Any(member => _operators.TryGetValue(member.Key, out var test) && test(variable, member.Value));

    /// <exception cref="Services.ServiceException">InvalidDocumentContent.</exception>
    public static void Check(AutomationStep step, JsonObject rule)
    {
        foreach (var name in new[] { "And", "Or" })
        {
            if (rule[name] is { } value)
            {
                if (value is not JsonArray list || list.Count < 2 || list.Any(item => item is not JsonObject))
                {
                    // AWS's text, its spelling too
                    throw DocumentShape.Invalid(FormattableString.Invariant(
                        $"Expect at lease two expressions for operator: {name} in step: {step.Name}. Provided: {(value as JsonArray)?.Count ?? 1}"));
                }

                foreach (var item in list)
                {
                    Check(step, (JsonObject)item);
                }

                return;
            }
        }

        if (rule["Not"] is { } negated)
        {
            Check(step, negated as JsonObject ?? throw step.Fault("Not takes one expression."));
            return;
        }

        var operators = rule.Where(member => member.Key != "Variable").Select(member => member.Key).ToArray();
        if (!rule.Contains("Variable") || operators.Length != 1 || !_operators.ContainsKey(operators[0]))
        {
            throw step.Fault($"a choice needs a Variable and one of {string.Join(", ", Operators)}, And, Or, Not; found {string.Join(", ", rule.Select(member => member.Key))}.");
        }
    }

    private static string Text(JsonValue value) => ParameterTypes.Text(value);

    private static int? Compare(JsonValue left, JsonValue right) =>
        decimal.TryParse(Text(left), NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(Text(right), NumberStyles.Float, CultureInfo.InvariantCulture, out var b) ? a.CompareTo(b) : null;
}
