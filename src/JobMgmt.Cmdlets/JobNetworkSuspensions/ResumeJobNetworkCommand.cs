using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobRuns;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>Resume-JobNetwork: ends suspensions of networks, and lets the runs go on that were held.</summary>
[Cmdlet(VerbsLifecycle.Resume, "JobNetwork", SupportsShouldProcess = true, DefaultParameterSetName = ByName)]
[OutputType(typeof(JobNetworkRun))]
public sealed class ResumeJobNetworkCommand : SuspensionCmdlet
{
    private const string ByName = "Name";
    private const string ByRun = "Run";
    private const string BySuspension = "Suspension";

    // Not bound by the property: PowerShell tries that before it tries the other set, and a run would be its network.
    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation(Runs = RunObjects.Refused, Leaves = [typeof(JobNetworkRun), typeof(JobNetworkSuspension)])]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Only this run, which is held; the suspensions stay. What Get-JobNetworkRun writes binds here.</summary>
    [Parameter(ParameterSetName = ByRun, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public JobNetworkRun? Run { get; set; }

    /// <summary>Only this suspension, and what it holds. What Get-JobNetworkStatus tells as Suspension, and Suspend-JobNetwork -PassThru writes, binds here.</summary>
    [Parameter(ParameterSetName = BySuspension, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public JobNetworkSuspension? Suspension { get; set; }

    /// <summary>Only these days; all suspensions and all held runs when left out.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateCount(1, 366)]
    public DateTime[]? On { get; set; }

    /// <summary>Ends the held runs without running a job.</summary>
    [Parameter]
    public SwitchParameter Discard { get; set; }

    /// <summary>What to keep with the runs' histories.</summary>
    [Parameter]
    [ValidateLength(1, 2000)]
    public string? Comment { get; set; }

    /// <summary>Writes the runs that were held to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        if (Run is not null)
        {
            await ResumeAsync(session, names, Run, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (Suspension is not null)
        {
            await GuardAsync(Suspension.NetworkName, () => ResumeAsync(session, names, Suspension.NetworkName, [Suspension], cancellationToken)).ConfigureAwait(false);
            return;
        }

        foreach (string network in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(network, async () =>
            {
                SuspensionDays? begin = On is null ? null : await DaysAsync(session, names, network, cancellationToken).ConfigureAwait(false);
                await ResumeAsync(session, names, network, On?.Select(day => begin!.Day(network, day)).ToArray(), cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    // All of the network's suspensions and held runs, or those of some days.
    private async Task ResumeAsync(JobMgmtSession session, RunJobStackNames names, string network, JobNetworkSuspension[]? days, CancellationToken cancellationToken)
    {
        var directory = new SuspensionDirectory(session, names);
        JobNetworkSuspension[] suspensions = (await directory.ReadAsync(network, cancellationToken).ConfigureAwait(false))
            .Where(one => days is null || days.Any(day => day.From == one.From && day.Until == one.Until)).ToArray();

        // First the suspensions, so that nothing is held any more, then what was: a run that is held in between is found.
        foreach (JobNetworkSuspension suspension in suspensions)
        {
            if (await ShouldProcessAsync(network, $"Hold nothing any more: {suspension}").ConfigureAwait(false))
            {
                await directory.RemoveAsync(suspension, cancellationToken).ConfigureAwait(false);
            }
        }

        int held = 0;
        await foreach (JobNetworkRun run in new RunDirectory(session, names).ListAsync(network, ExecutionStatus.RUNNING, int.MaxValue, cancellationToken).ConfigureAwait(false))
        {
            if (await FindHeldAsync(session, run, cancellationToken).ConfigureAwait(false) is { TaskToken: { } token } waiting && days?.Any(day => day.Has(waiting.Since.LocalDateTime)) != false)
            {
                held++;
                await AnswerAsync(session, names, run, token, cancellationToken).ConfigureAwait(false);
            }
        }

        if (suspensions.Length == 0 && held == 0)
        {
            throw new CmdletFailure(JobNetworkSuspensionErrors.NetworkNotSuspended(network, days));
        }
    }

    private async Task ResumeAsync(JobMgmtSession session, RunJobStackNames names, JobNetworkRun run, CancellationToken cancellationToken)
    {
        WaitingRun? held = await FindHeldAsync(session, run, cancellationToken).ConfigureAwait(false);
        await AnswerAsync(session, names, run, held?.TaskToken ?? throw new CmdletFailure(JobNetworkSuspensionErrors.RunNotHeld(run)), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<WaitingRun?> FindHeldAsync(JobMgmtSession session, JobNetworkRun run, CancellationToken cancellationToken)
        => WaitingRun.Read(await HistoryReader.ReadLatestAsync(session.StepFunctions, run.ExecutionArn, WaitingRun.Events, cancellationToken).ConfigureAwait(false)) is { Hold: not null } held ? held : null;

    private async Task AnswerAsync(JobMgmtSession session, RunJobStackNames names, JobNetworkRun run, string token, CancellationToken cancellationToken)
    {
        if (!await ShouldProcessAsync(run.ToString(), Discard ? "Discard the held run" : "Let the held run go on").ConfigureAwait(false))
        {
            return;
        }

        if (Discard)
        {
            // Before it is: a run that is written down and goes on, because somebody was faster, is shown as it ends all the same.
            await new SuspensionDirectory(session, names).AddDiscardedAsync(run.NetworkName, run.ExecutionName, TimeProvider.System.GetLocalNow().DateTime, cancellationToken).ConfigureAwait(false);
        }

        string by = await CallerName.FindAsync(session, cancellationToken).ConfigureAwait(false);
        try
        {
            await (Discard
                ? session.StepFunctions.SendTaskFailureAsync(
                    new SendTaskFailureRequest { TaskToken = token, Error = JobErrors.RunDiscarded, Cause = $"Discarded by {by}{(Comment is null ? "." : ": " + Comment)}" }, cancellationToken)
                : (Task)session.StepFunctions.SendTaskSuccessAsync(
                    new SendTaskSuccessRequest { TaskToken = token, Output = JobHold.Approval(by, TimeProvider.System.GetUtcNow(), Comment).ToString() }, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TaskTimedOutException or TaskDoesNotExistException)
        {
            PostVerbose($"The run '{run}' is not held any more: somebody was faster, or it was stopped.");
            return;
        }

        if (PassThru)
        {
            await WriteObjectAsync(await new RunDirectory(session, names).ReadAsync(run.ExecutionArn, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
