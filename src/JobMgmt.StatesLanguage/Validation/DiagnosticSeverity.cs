namespace JobMgmt.StatesLanguage.Validation;

/// <summary>How bad it is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The definition is refused.</summary>
    Error,

    /// <summary>The definition is accepted.</summary>
    Warning,
}
