using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Networks.Runs;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>
/// Stops a run from the top down: first the network, so that nothing further is started, then the RunJob execution that it waited for,
/// its automation and its command, and a network that is a job of it in the same way. AWS itself stops of these at most the network.
/// </summary>
internal sealed class RunStopper(JobMgmtSession session, string reason)
{
    private const string Error = "JobCancelled";

    /// <summary>Stops the run; what has ended meanwhile is left alone.</summary>
    public async Task StopAsync(string executionArn, CancellationToken cancellationToken)
    {
        await StopExecutionAsync(executionArn, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RunEvent> history = await HistoryReader.ReadAsync(session.StepFunctions, executionArn, cancellationToken).ConfigureAwait(false);
        JobTrace[] stopped = NetworkRunReader.Read(history, []).Where(j => j.Status == JobRunStatus.Aborted).ToArray();
        foreach (JobTrace job in stopped.Where(j => j.NestedExecutionArn is not null))
        {
            await StopAsync(job.NestedExecutionArn!, cancellationToken).ConfigureAwait(false);
        }

        foreach (JobTrace job in stopped.Where(j => j.RunJobExecutionArn is not null))
        {
            await StopExecutionAsync(job.RunJobExecutionArn!, cancellationToken).ConfigureAwait(false);
            (_, string? automation, _) = RunJobReader.Read(
                await HistoryReader.ReadAsync(session.StepFunctions, job.RunJobExecutionArn!, cancellationToken).ConfigureAwait(false));
            if (automation is not null)
            {
                await StopAutomationAsync(automation, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task StopExecutionAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            await session.StepFunctions.StopExecutionAsync(
                new StopExecutionRequest { ExecutionArn = arn, Error = Error, Cause = reason }, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecutionDoesNotExistException)
        {
        }
    }

    private async Task StopAutomationAsync(string id, CancellationToken cancellationToken)
    {
        JobResult known = await AutomationReader.ReadAsync(session.Ssm, id, cancellationToken).ConfigureAwait(false);
        try
        {
            await session.Ssm.StopAutomationExecutionAsync(
                new StopAutomationExecutionRequest { AutomationExecutionId = id, Type = StopType.Cancel }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AutomationExecutionNotFoundException or InvalidAutomationStatusUpdateException)
        {
        }

        // Whether cancelling an automation ends its command is not documented; asking twice does no harm.
        if (known.CommandId is not null)
        {
            try
            {
                await session.Ssm.CancelCommandAsync(new CancelCommandRequest { CommandId = known.CommandId }, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidCommandIdException)
            {
            }
        }
    }
}
