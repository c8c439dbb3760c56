using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Services;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>aws:waitForAwsResourceProperty: looks at a property until it has one of the desired values; an hour at most unless timeoutSeconds says otherwise.</summary>
internal sealed class WaitForAwsResourcePropertyAction(ServiceRouter router, TimeProvider time) : IStepAction
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private readonly ResourceProperty _property = new(router);

    public string Name => "aws:waitForAwsResourceProperty";

    public string Phase => "Poll action status for completion";

    public TimeSpan? DefaultTimeout => TimeSpan.FromHours(1);

    public IEnumerable<string> Check(AutomationStep step)
    {
        ResourceProperty.Check(step);
        return [];
    }

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        try
        {
            while (!(await _property.LookAsync(context)).Desired)
            {
                await Task.Delay(_interval, time, cancellationToken);
            }

            return StepResult.Success();
        }
        catch (ServiceException error)
        {
            return ExecuteAwsApiAction.Refused(BotoNames.Operation(context.Text("Api")!), error);
        }
    }
}
