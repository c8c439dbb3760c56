using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Stop-JobNetwork: stops runs, and with them what AWS would leave running: RunJob, the automation and the command.</summary>
[Cmdlet(VerbsLifecycle.Stop, "JobNetwork", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[OutputType(typeof(JobNetworkRun))]
public sealed class StopJobNetworkCommand : RunCmdlet
{
    /// <summary>Why, kept as the cause in the run's history.</summary>
    [Parameter]
    [ValidateLength(1, 32768)]
    public string Reason { get; set; } = "Stopped by Stop-JobNetwork.";

    /// <summary>Writes the stopped runs to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        var runs = new RunDirectory(session, names);
        foreach (string arn in await ResolveRunsAsync(session, names, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(arn, async () =>
            {
                JobNetworkRun run = await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
                if (run.Status != JobNetworkRunStatus.Running)
                {
                    PostVerbose($"{run} has ended already ({run.Status}).");
                }
                else if (await ShouldProcessAsync(run.ToString(), "Stop the run and the job that it is at").ConfigureAwait(false))
                {
                    await new RunStopper(session, Reason).StopAsync(arn, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    return;
                }

                if (PassThru)
                {
                    await WriteObjectAsync(await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }
    }
}
