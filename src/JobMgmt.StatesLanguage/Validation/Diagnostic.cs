namespace JobMgmt.StatesLanguage.Validation;

/// <summary>One thing that is wrong with a definition, as ValidateStateMachineDefinition answers it.</summary>
/// <param name="Severity">ERROR or WARNING.</param>
/// <param name="Code">AWS's code: <c>SCHEMA_VALIDATION_FAILED</c>, <c>MISSING_TRANSITION_TARGET</c>…</param>
/// <param name="Location">Where: <c>/</c>, <c>/States/A/Next</c>, <c>/States/C/Choices[0]/Next</c>; null where AWS names no place.</param>
/// <param name="Message">What.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string? Location, string Message)
{
    /// <summary>As the API's exception shows it: <c>CODE: message at location</c>.</summary>
    public override string ToString() => Location is null ? $"{Code}: {Message}" : $"{Code}: {Message} at {Location}";

    /// <summary>The message of the InvalidDefinition exception for these.</summary>
    public static string InvalidDefinitionMessage(IEnumerable<Diagnostic> diagnostics) =>
        $"Invalid State Machine Definition: '{string.Join(", ", diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error))}'";
}
