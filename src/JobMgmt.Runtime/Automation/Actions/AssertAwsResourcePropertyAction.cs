using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>aws:assertAwsResourceProperty: fails unless a property has one of the desired values now.</summary>
internal sealed class AssertAwsResourcePropertyAction(ServiceRouter router) : IStepAction
{
    private readonly ResourceProperty _property = new(router);

    public string Name => "aws:assertAwsResourceProperty";

    public string Phase => "Execute/Cancelling action";

    public TimeSpan? DefaultTimeout => null;

    public IEnumerable<string> Check(AutomationStep step)
    {
        ResourceProperty.Check(step);
        return [];
    }

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (desired, found) = await _property.LookAsync(context);
            return desired ? StepResult.Success()
                : StepResult.Failed(Phase, $"Property value from the API output ({found}) is not in the desired values: {context.Inputs["DesiredValues"]}");
        }
        catch (ServiceException error)
        {
            return ExecuteAwsApiAction.Refused(BotoNames.Operation(context.Text("Api")!), error);
        }
    }
}
