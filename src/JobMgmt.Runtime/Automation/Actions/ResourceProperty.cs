using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>The look at a resource that aws:assertAwsResourceProperty and aws:waitForAwsResourceProperty share.</summary>
internal sealed class ResourceProperty(ServiceRouter router)
{
    private static readonly string[] _own = ["Service", "Api", "PropertySelector", "DesiredValues"];

    /// <summary>Checks at CreateDocument.</summary>
    public static void Check(AutomationStep step)
    {
        step.Require("Service", "Api", "PropertySelector", "DesiredValues");
        if (step.Inputs["DesiredValues"] is not (JsonArray or JsonString))
        {
            throw step.Fault("DesiredValues must be a list.");
        }
    }

    /// <summary>The property as it is now, and whether it has one of the desired values; every value that an indefinite selector finds must.</summary>
    /// <exception cref="ServiceException">The call is refused.</exception>
    public async Task<(bool Desired, string Found)> LookAsync(StepContext context)
    {
        var request = new JsonObject(context.Inputs.Where(member => !_own.Contains(member.Key, StringComparer.Ordinal)));
        var answer = await router.InvokeAsync(
            BotoNames.SigningName(context.Text("Service")!), BotoNames.Operation(context.Text("Api")!), request, context.PlainCall());
        var desired = context.Inputs["DesiredValues"] is JsonArray list ? list : new JsonArray([context.Inputs["DesiredValues"]!]);
        if (!JsonPath.Parse(context.Text("PropertySelector")!).TryEvaluate(answer, out var found))
        {
            return (false, "nothing");
        }

        var values = found is JsonArray { Count: > 0 } many ? many : new JsonArray([found]);
        return (values.All(value => desired.Any(wanted => ParameterTypes.Text(wanted) == ParameterTypes.Text(value))), ParameterTypes.Text(found));
    }
}
