using JobMgmt.StatesLanguage.Choices;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Wait has exactly one of its four fields; Seconds is 0..99999999, Timestamp RFC 3339.</summary>
internal sealed class WaitRule : IValidationRule
{
    private static readonly string[] _fields = ["SecondsPath", "Seconds", "TimestampPath", "Timestamp"];
    private static readonly string[] _jsonataFields = ["Seconds", "Timestamp"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Wait"))
        {
            var fields = state.IsJsonata ? _jsonataFields : _fields;
            FieldGroups.ExactlyOne(state, fields, diagnostics);
            var timestamp = state.Text("Timestamp");
            var isExpression = state.IsJsonata && timestamp?.StartsWith("{%", StringComparison.Ordinal) == true;
            if (state.Body.Contains("Timestamp") && !isExpression && !Rfc3339.TryParse(timestamp ?? string.Empty, out _))
            {
                diagnostics.Schema(state.At("Timestamp"), "String does not match RFC3339 timestamp");
            }

            TimeoutRule.CheckNumber(state, "Seconds", 0, diagnostics);
        }
    }
}
