namespace JobMgmt.StatesLanguage.Validation;

/// <summary>AWS's diagnostic codes.</summary>
public static class DiagnosticCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";

    /// <summary>A field is missing, unknown or has a wrong value.</summary>
    public const string Schema = "SCHEMA_VALIDATION_FAILED";

    /// <summary>A transition leads nowhere, or no transition leads to a state.</summary>
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";

    /// <summary>No state ends the workflow.</summary>
    public const string MissingEndState = "MISSING_END_STATE";

    /// <summary>Two states have one name.</summary>
    public const string DuplicateStateName = "DUPLICATE_STATE_NAME";

    /// <summary>A JSONata expression does not parse.</summary>
    public const string InvalidJsonata = "INVALID_JSONATA_EXPRESSION";

    /// <summary>A JSONata expression reads what a state does not have.</summary>
    public const string UnsupportedJsonata = "UNSUPPORTED_JSONATA_EXPRESSION";
}
