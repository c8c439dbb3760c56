using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Fields hold the kind of JSON value that they must.</summary>
internal sealed class FieldKindRule : IValidationRule
{
    private static readonly Dictionary<string, JsonKind[]> _kinds = new(StringComparer.Ordinal)
    {
        ["StartAt"] = [JsonKind.String],
        ["States"] = [JsonKind.Object],
        ["Comment"] = [JsonKind.String],
        ["Version"] = [JsonKind.String],
        ["Next"] = [JsonKind.String],
        ["Default"] = [JsonKind.String],
        ["End"] = [JsonKind.Boolean],
        ["Resource"] = [JsonKind.String],
        ["Error"] = [JsonKind.String],
        ["Cause"] = [JsonKind.String],
        ["Choices"] = [JsonKind.Array],
        ["Branches"] = [JsonKind.Array],
        ["ItemProcessor"] = [JsonKind.Object],
        ["Iterator"] = [JsonKind.Object],
        ["ProcessorConfig"] = [JsonKind.Object],
        ["ItemReader"] = [JsonKind.Object],
        ["ItemBatcher"] = [JsonKind.Object],
        ["ResultWriter"] = [JsonKind.Object],
        ["Label"] = [JsonKind.String],
        ["Retry"] = [JsonKind.Array],
        ["Catch"] = [JsonKind.Array],
        ["Assign"] = [JsonKind.Object],
        ["Credentials"] = [JsonKind.Object, JsonKind.String],
        ["InputPath"] = [JsonKind.String, JsonKind.Null],
        ["OutputPath"] = [JsonKind.String, JsonKind.Null],
        ["ResultPath"] = [JsonKind.String, JsonKind.Null],
    };

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        Check(scope.Body, scope.Location, diagnostics);
        if (scope.IsRoot && scope.Body["Version"] is JsonString { Value: not "1.0" })
        {
            diagnostics.Schema(scope.At("Version"), "Value should be one of the following: [1.0]");
        }

        if (scope.Body["States"] is JsonObject states)
        {
            foreach (var member in states.Where(member => member.Value is not JsonObject))
            {
                diagnostics.Schema(scope.At($"States/{member.Key}"), Expected([JsonKind.Object]));
            }
        }

        foreach (var state in scope.States)
        {
            Check(state.Body, state.Location, diagnostics);
            CheckItems(state, "Branches", diagnostics);
            CheckItems(state, "Choices", diagnostics);
            CheckItems(state, "Retry", diagnostics);
            CheckItems(state, "Catch", diagnostics);
        }
    }

    private static void Check(JsonObject body, string location, DiagnosticList diagnostics)
    {
        foreach (var member in body)
        {
            if (_kinds.TryGetValue(member.Key, out var kinds) && !kinds.Contains(member.Value.Kind))
            {
                diagnostics.Schema($"{location}/{member.Key}", Expected(kinds));
            }
        }
    }

    private static void CheckItems(StateNode state, string field, DiagnosticList diagnostics)
    {
        if (state.Body[field] is not JsonArray items)
        {
            return;
        }

        if (items.Count == 0 && field is "Branches" or "Choices")
        {
            diagnostics.Schema(state.At(field), "Value cannot be empty");
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not JsonObject)
            {
                diagnostics.Schema(state.At($"{field}[{i}]"), Expected([JsonKind.Object]));
            }
        }
    }

    private static string Expected(JsonKind[] kinds) => $"Expected value of type [{string.Join(", ", kinds.Select(kind => kind.ToString().ToUpperInvariant()))}]";
}
