using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A Task's Credentials name a role.</summary>
internal sealed class CredentialsRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Task"))
        {
            if (state.Body.Contains("Credentials") && state.Text("Resource") is { } arn && TaskResource.TryParse(arn, out var resource) && resource.Kind == TaskResourceKind.Activity)
            {
                diagnostics.Schema(state.At("Credentials"), "The field 'Credentials' is not supported for activities");
            }
            else if (state.Body["Credentials"] is JsonObject credentials && !credentials.Contains("RoleArn") && !credentials.Contains("RoleArn.$"))
            {
                diagnostics.Schema(state.At("Credentials"), "The field 'RoleArn' is required but was missing");
            }
        }
    }
}
