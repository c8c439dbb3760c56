using System.Management.Automation;
using JobMgmt.Aws.CloudWatchLogs.Model;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobAlerts;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;
using LogsNotFound = JobMgmt.Aws.CloudWatchLogs.Model.ResourceNotFoundException;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>Test-JobAlertChannel: sends a test alert by the way that alerts take, and says for each target what can be known of it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "JobAlertChannel", SupportsShouldProcess = true)]
[OutputType(typeof(JobAlertChannelTest))]
public sealed class TestJobAlertChannelCommand : JobAlertChannelCmdlet
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    // A webhook has 5 seconds to answer.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(8);

    /// <summary>The channels; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[]? Name { get; set; }

    /// <summary>How long to wait for the alert to arrive.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        (JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options) = await GetStackAsync(cancellationToken).ConfigureAwait(false);
        foreach (string channel in await ResolveAsync(Name, options).ConfigureAwait(false))
        {
            await GuardAsync(channel, () => TestAsync(session, names, options, channel, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task TestAsync(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, string channel, CancellationToken cancellationToken)
    {
        JobAlertChannel there = await new ChannelDirectory(session, names).ReadAsync(channel, options, cancellationToken).ConfigureAwait(false);
        if (!await ShouldProcessAsync($"{channel}: {string.Join(", ", there.Target.Select(target => target.ToString()))}", "Send a test alert").ConfigureAwait(false))
        {
            return;
        }

        DateTimeOffset begun = TimeProvider.System.GetUtcNow();
        PutEventsResponse answer = await session.EventBridge.PutEventsAsync(
            new PutEventsRequest
            {
                Entries =
                [
                    new PutEventsRequestEntry { Source = ChannelTargets.TestSource, DetailType = ChannelTargets.TestDetailType, Detail = ChannelTargets.TestDetail(channel).ToString() },
                ],
            },
            cancellationToken).ConfigureAwait(false);
        if (answer.FailedEntryCount > 0)
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelTestNotTaken(channel, answer.Entries![0].ErrorMessage ?? ""));
        }

        string id = answer.Entries![0].EventId!;
        foreach (JobAlertChannelTarget target in there.Target)
        {
            (string result, string? detail) = target.Kind switch
            {
                "LogGroup" => await AwaitLogAsync(session, there.LogGroupName, id, begun, cancellationToken).ConfigureAwait(false),
                "Command" => await AwaitCommandAsync(session, names, id, begun, cancellationToken).ConfigureAwait(false),
                "Mail" when target.Detail is not null => ("Failed", "Its owner has not confirmed the subscription yet: the link is in the mail that SNS sent."),
                _ => await AwaitDeliveryAsync(session, names, target, id, begun, cancellationToken).ConfigureAwait(false),
            };
            await WriteObjectAsync(new JobAlertChannelTest { Channel = channel, Kind = target.Kind, Address = target.Address, Result = result, Detail = detail, EventId = id }).ConfigureAwait(false);
        }
    }

    private Task<(string Result, string? Detail)> AwaitLogAsync(JobMgmtSession session, string group, string id, DateTimeOffset begun, CancellationToken cancellationToken)
        => AwaitAsync(Timeout, ("Failed", "The alert has not reached the log group. Test-RunJobStack shows whether the rule is as it should be."), async () =>
        {
            try
            {
                FilterLogEventsResponse found = await session.Logs.FilterLogEventsAsync(
                    new FilterLogEventsRequest { LogGroupName = group, StartTime = begun.AddMinutes(-1).ToUnixTimeMilliseconds(), FilterPattern = $"\"{id}\"" }, cancellationToken).ConfigureAwait(false);
                return found.Events is { Count: > 0 } ? ("Delivered", null) : null;
            }
            catch (LogsNotFound)
            {
                return ("Failed", $"The log group '{group}' is gone. Publish-RunJobStack makes it again.");
            }
        }, cancellationToken);

    private Task<(string Result, string? Detail)> AwaitCommandAsync(JobMgmtSession session, RunJobStackNames names, string id, DateTimeOffset begun, CancellationToken cancellationToken)
        => AwaitAsync(Timeout, ("Failed", $"The command has not ended yet. Look at the executions of {names.RunAlertCommand}."), async () =>
        {
            ListExecutionsResponse newest = await session.StepFunctions.ListExecutionsAsync(
                new ListExecutionsRequest { StateMachineArn = names.RunAlertCommandArn, MaxResults = 20 }, cancellationToken).ConfigureAwait(false);
            foreach (ExecutionListItem item in (newest.Executions ?? []).Where(item => item.StartDate >= begun.UtcDateTime.AddMinutes(-1) && item.Status != ExecutionStatus.RUNNING))
            {
                DescribeExecutionResponse execution = await session.StepFunctions.DescribeExecutionAsync(
                    new DescribeExecutionRequest { ExecutionArn = item.ExecutionArn! }, cancellationToken).ConfigureAwait(false);
                if (execution.Input?.Contains(id) == true)
                {
                    return execution.Status == ExecutionStatus.SUCCEEDED ? ("Delivered", null) : ("Failed", $"{execution.Error}: {execution.Cause}");
                }
            }

            return null;
        }, cancellationToken);

    // The local runtime tells what became of it; on AWS only the receiver can say.
    private async Task<(string Result, string? Detail)> AwaitDeliveryAsync(
        JobMgmtSession session, RunJobStackNames names, JobAlertChannelTarget target, string id, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        if (session is { Kind: SessionKind.Aws, Endpoint: null })
        {
            return ("HandedOver", "EventBridge sends it, again where that fails; look at the receiver.");
        }

        var deliveries = new DeliveryDirectory(session, names);
        return await AwaitAsync(
            Timeout < AnswerTime ? Timeout : AnswerTime,
            ("HandedOver", "Nothing is told of it yet: it is tried again where that fails; look at the receiver."),
            async () => (await deliveries.ReadAsync(begun.AddMinutes(-1), id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.IsOf(target.Kind, target.Address)) is not { } told ? null
                : told.Error is null ? ("Delivered", null) : told.MayCome ? ("HandedOver", $"{told.Error}; it is tried again.") : ("Failed", told.Error),
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(string Result, string? Detail)> AwaitAsync(
        TimeSpan patience, (string Result, string? Detail) otherwise, Func<Task<(string Result, string? Detail)?>> ask, CancellationToken cancellationToken)
    {
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + patience;
        while (true)
        {
            if (await ask().ConfigureAwait(false) is { } found)
            {
                return found;
            }

            if (TimeProvider.System.GetUtcNow() >= end)
            {
                return otherwise;
            }

            await TimeProvider.System.Delay(Step, cancellationToken).ConfigureAwait(false);
        }
    }
}
