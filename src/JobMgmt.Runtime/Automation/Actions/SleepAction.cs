using System.Globalization;
using System.Xml;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>aws:sleep: waits for a Duration (ISO 8601, at most seven days) from the step's start, or until a Timestamp. A restart does not prolong it.</summary>
internal sealed class SleepAction(TimeProvider time) : IStepAction
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(7);

    public string Name => "aws:sleep";

    public string Phase => "sleeping";

    public TimeSpan? DefaultTimeout => null;

    public IEnumerable<string> Check(AutomationStep step)
    {
        if (step.Inputs.Contains("Duration") == step.Inputs.Contains("Timestamp"))
        {
            throw step.Fault("either Duration or Timestamp must be given.");
        }

        if (step.OnCancel.Step is not null)
        {
            throw step.Fault("onCancel is not supported by this action.");
        }

        return [];
    }

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        DateTimeOffset until;
        try
        {
            until = context.Text("Duration") is { } duration
                ? context.Step.AttemptStarted + XmlConvert.ToTimeSpan(duration)
                : DateTimeOffset.Parse(context.Text("Timestamp")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        }
        catch (FormatException error)
        {
            return StepResult.Failed("validating and resolving the step inputs", error.Message.TrimEnd('.'), "InputValidation");
        }

        if (until - context.Step.AttemptStarted > _longest)
        {
            return StepResult.Failed("validating and resolving the step inputs", "The sleep is longer than 7 days", "InputValidation");
        }

        await SleepAsync(until, cancellationToken);
        return StepResult.Success();
    }

    private async Task SleepAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (var left = until - time.GetUtcNow(); left > TimeSpan.Zero; left = until - time.GetUtcNow())
        {
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var delay = Task.Delay(left, time, awake.Token);
            if (until <= time.GetUtcNow())
            {
                await awake.CancelAsync(); // the clock has gone on before the timer was there
                return;
            }

            await delay;
        }
    }
}
