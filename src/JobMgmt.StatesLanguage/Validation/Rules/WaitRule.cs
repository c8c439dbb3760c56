using JobMgmt.StatesLanguage.Choices;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>Wait has exactly one of its four fields; Seconds is 0..99999999, Timestamp RFC 3339.</summary>
internal sealed class WaitRule : IValidationRule
{
    private static readonly string[] _fields = ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"];

    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Wait"))
        {
            if (_fields.Count(state.Body.Contains) != 1)
            {
                diagnostics.Schema(state.Location, $"Exactly one of these fields is required: [{string.Join(", ", _fields)}]");
            }

            if (state.IsJsonata)
            {
                continue; // expressions may stand for the values
            }

            if (state.Body.Contains("Timestamp") && !Rfc3339.TryParse(state.Text("Timestamp") ?? string.Empty, out _))
            {
                diagnostics.Schema(state.At("Timestamp"), "String does not match RFC3339 timestamp");
            }

            TimeoutRule.CheckRange(state.Body, "Seconds", 0, state.Location, diagnostics);
        }
    }
}
