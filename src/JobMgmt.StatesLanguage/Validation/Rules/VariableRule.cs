using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>
/// The variables that states assign have names of letters and digits, not longer than 80, not <c>states</c>; and no branch or iteration
/// assigns one that a scope around it assigns, whether before or after. AWS's words for these faults are not known.
/// </summary>
internal sealed class VariableRule : IValidationRule
{
    private const int MaxLength = 80;

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        var outer = new HashSet<string>(scope.Outer().SelectMany(Assigned).Select(item => item.Name), StringComparer.Ordinal);
        foreach (var (name, location) in Assigned(scope))
        {
            if (name.Length > MaxLength || !IsName(name))
            {
                diagnostics.Schema(location, $"The variable name '{name}' is not valid: it must begin with a letter, hold letters, digits and underscores, and have at most {MaxLength} characters");
            }
            else if (name == "states")
            {
                diagnostics.Schema(location, "The variable name 'states' is reserved");
            }
            else if (outer.Contains(name))
            {
                diagnostics.Schema(location, $"The variable '{name}' is assigned in an outer scope and can not be assigned in an inner scope");
            }
        }
    }

    private static IEnumerable<(string Name, string Location)> Assigned(ScopeNode scope) => scope.States.SelectMany(state =>
        Names(state, state.Body["Assign"], state.At("Assign"))
            .Concat(Entries(state, "Choices"))
            .Concat(Entries(state, "Catch")));

    private static IEnumerable<(string Name, string Location)> Entries(StateNode state, string field) =>
        (state.Body[field] as JsonArray ?? JsonArray.Empty).SelectMany((entry, i) =>
            Names(state, (entry as JsonObject)?["Assign"], state.At($"{field}[{i}]/Assign")));

    private static IEnumerable<(string Name, string Location)> Names(StateNode state, JsonValue? assign, string location) =>
        (assign as JsonObject ?? JsonObject.Empty).Select(member => (
            !state.IsJsonata && member.Key.EndsWith(".$", StringComparison.Ordinal) ? member.Key.Substring(0, member.Key.Length - 2) : member.Key, location));

    private static bool IsName(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isLetter = CharUnicodeInfo.GetUnicodeCategory(name, i) <= UnicodeCategory.OtherLetter || CharUnicodeInfo.GetUnicodeCategory(name, i) == UnicodeCategory.LetterNumber;
            var goesOn = isLetter || name[i] == '_' || (i > 0 && CharUnicodeInfo.GetUnicodeCategory(name, i) is UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation);
            if (!goesOn)
            {
                return false;
            }

            i += char.IsHighSurrogate(name[i]) ? 1 : 0;
        }

        return name.Length > 0;
    }
}
