using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>aws:executeAwsApi: one call, by boto3's service and member names. The call and the end of the step are one transaction.</summary>
internal sealed class ExecuteAwsApiAction(ServiceRouter router) : IStepAction
{
    public string Name => "aws:executeAwsApi";

    public string Phase => "Execute/Cancelling action";

    public TimeSpan? DefaultTimeout => null;

    public IEnumerable<string> Check(AutomationStep step)
    {
        step.Require("Service", "Api");
        return [];
    }

    // not cancelled half way: a call is short, and its outcome must be known
    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var operation = BotoNames.Operation(context.Text("Api")!);
        try
        {
            var response = await router.InvokeAsync(
                BotoNames.SigningName(context.Text("Service")!),
                operation,
                context.Inputs.Without("Service").Without("Api"),
                context.CompletingCall(response => Select(context, response)));
            return Select(context, response);
        }
        catch (ServiceException error)
        {
            return Refused(operation, error);
        }
    }

    /// <summary>A refusal, worded as boto3 words it.</summary>
    public static StepResult Refused(string operation, ServiceException error) =>
        StepResult.Failed("Execute/Cancelling action", $"An error occurred ({error.Code}) when calling the {operation} operation: {error.ServiceMessage}");

    private static StepResult Select(StepContext context, JsonObject response) =>
        OutputSelection.Select(context.Definition.Outputs, response, JsonObject.Of(("OutputPayload", response)));
}
