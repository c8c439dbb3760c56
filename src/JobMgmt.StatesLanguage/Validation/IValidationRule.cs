namespace JobMgmt.StatesLanguage.Validation;

/// <summary>One rule. It looks at one container of states, never throws, and leaves to other rules what is theirs.</summary>
internal interface IValidationRule
{
    void Check(ScopeNode scope, DiagnosticList diagnostics);
}
