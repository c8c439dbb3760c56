using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation.Rules;

/// <summary>A Task gives an optimised integration no member that it does not have. Members within members are left to the call.</summary>
internal sealed class TaskParametersRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Task"))
        {
            var field = state.IsJsonata ? "Arguments" : "Parameters";
            if (state.Body[field] is JsonObject given && state.Text("Resource") is { } arn && TaskResource.TryParse(arn, out var resource)
                && IntegrationMembers.Of(resource) is { } members)
            {
                foreach (var name in given.Select(member => Name(member.Key, state)).Where(name => !members.Contains(name)))
                {
                    diagnostics.Schema(state.At(field), $"The field \"{name}\" is not supported by Step Functions");
                }
            }
        }
    }

    private static string Name(string member, StateNode state) =>
        !state.IsJsonata && member.EndsWith(".$", StringComparison.Ordinal) ? member.Substring(0, member.Length - 2) : member;
}
