namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>AWS's words for fields of which one is wanted, as ValidateStateMachineDefinition was measured to tell them.</summary>
internal static class FieldGroups
{
    /// <summary>Reports more than one of the fields.</summary>
    public static void AtMostOne(StateNode state, IReadOnlyList<string> fields, DiagnosticList diagnostics)
    {
        if (fields.Count(state.Body.Contains) > 1)
        {
            diagnostics.Schema(state.Location, TooMany(fields));
        }
    }

    /// <summary>Reports none of the fields, or more than one.</summary>
    public static void ExactlyOne(StateNode state, IReadOnlyList<string> fields, DiagnosticList diagnostics)
    {
        if (!fields.Any(state.Body.Contains))
        {
            diagnostics.Schema(state.Location, Missing(fields));
        }

        AtMostOne(state, fields, diagnostics);
    }

    public static string TooMany(IEnumerable<string> fields) => $"There should only be one of the following fields: [{string.Join(", ", fields)}]";

    public static string Missing(IEnumerable<string> fields) => $"This object should have only one of the following fields: [{string.Join(", ", fields)}]";
}
