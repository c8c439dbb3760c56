using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>Which variables each state of a definition refers to, as DescribeStateMachine's <c>variableReferences</c> tells them.</summary>
public static class VariableReferences
{
    private static readonly HashSet<string> _templates = ["Parameters", "Arguments", "ItemSelector", "ResultSelector", "Assign", "Output", "BatchInput", "Credentials"];
    private static readonly HashSet<string> _notOwn = ["Result", "ItemProcessor", "Iterator", "Branches"]; // literal data, or other states

    /// <summary>State name → its variables in alphabetical order; states without any are left out. Null where no state has any.</summary>
    public static JsonObject? Of(JsonObject definition)
    {
        var found = new ScopeNode(definition, string.Empty, true, definition).All()
            .SelectMany(scope => scope.States)
            .Select(state => new KeyValuePair<string, JsonValue>(state.Name, Names(state.Body, state.IsJsonata)))
            .Where(state => ((JsonArray)state.Value).Count > 0)
            .GroupBy(state => state.Key, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToArray();
        return found.Length == 0 ? null : new JsonObject(found);
    }

    private static JsonArray Names(JsonObject state, bool jsonata)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var field in state)
        {
            if (!_notOwn.Contains(field.Key))
            {
                Collect(field.Key, field.Value, _templates.Contains(field.Key), jsonata, names);
            }
        }

        return new JsonArray(names.Select(name => (JsonValue)name));
    }

    private static void Collect(string? key, JsonValue value, bool isTemplate, bool jsonata, SortedSet<string> names)
    {
        switch (value)
        {
            case JsonObject members:
                foreach (var member in members)
                {
                    Collect(member.Key, member.Value, isTemplate || _templates.Contains(member.Key), jsonata, names);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(null, item, isTemplate, jsonata, names);
                }

                break;
            case JsonString text when jsonata ? IsJsonataExpression(text.Value) : key is not null && IsPathField(key, isTemplate):
                names.UnionWith(VariableScanner.Names(text.Value, jsonata));
                break;
            default:
                break;
        }
    }

    private static bool IsPathField(string key, bool isTemplate) =>
        key.EndsWith(".$", StringComparison.Ordinal) || (!isTemplate && (key == "Variable" || key.EndsWith("Path", StringComparison.Ordinal)));

    private static bool IsJsonataExpression(string text) => text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);
}
