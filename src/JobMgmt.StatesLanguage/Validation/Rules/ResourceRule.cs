using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A Task's Resource is one that AWS has: a function, an activity, an <c>aws-sdk</c> call or one of the optimised integrations.</summary>
internal sealed class ResourceRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Task" && state.Body["Resource"] is JsonString))
        {
            var arn = state.Text("Resource")!;
            if (!arn.StartsWith("arn:", StringComparison.Ordinal))
            {
                diagnostics.Schema(state.At("Resource"), "Value is not a valid resource ARN");
            }
            else if (!TaskResource.TryParse(arn, out var resource) || !OptimizedIntegrations.Has(resource))
            {
                diagnostics.Schema(
                    state.At("Resource"),
                    $"The resource provided {arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.");
            }
        }
    }
}
