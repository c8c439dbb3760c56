using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>A step's declared outputs, taken from what its action answered.</summary>
internal static class OutputSelection
{
    /// <summary>The outputs that are found; one that is not there stays absent, one of another type than declared fails the step.</summary>
    public static StepResult Select(IReadOnlyList<StepOutput> outputs, JsonValue answer, JsonObject further)
    {
        var selected = JsonObject.Empty;
        foreach (var output in outputs)
        {
            JsonValue found;
            try
            {
                if (!JsonPath.Parse(output.Selector).TryEvaluate(answer, out found) || found is JsonNull)
                {
                    continue;
                }
            }
            catch (PathSyntaxException error)
            {
                return Failed(output, error.Message, further);
            }

            if (ParameterTypes.Convert(output.Type, found) is not { } value)
            {
                return Failed(output, $"the selector {output.Selector} found {Shortened(found)}, which is not of type {output.Type}", further);
            }

            selected = selected.With(output.Name, value);
        }

        return StepResult.Success(further.Aggregate(selected, (all, member) => all.Contains(member.Key) ? all : all.With(member.Key, member.Value)));
    }

    private static StepResult Failed(StepOutput output, string why, JsonObject further) =>
        StepResult.Failed("validating and resolving the step outputs", $"Output {output.Name}: {why}", "PostVerification", "Verification", further);

    private static string Shortened(JsonValue value) => value.ToString() is { Length: > 200 } text ? text[..200] + "…" : value.ToString();
}
