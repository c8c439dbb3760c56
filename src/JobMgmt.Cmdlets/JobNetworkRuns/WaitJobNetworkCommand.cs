using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>Wait-JobNetwork: waits until runs have ended and writes each as it ends. Ctrl-C ends the wait, not the runs.</summary>
[Cmdlet(VerbsLifecycle.Wait, "JobNetwork", DefaultParameterSetName = ByName)]
[OutputType(typeof(JobNetworkRun))]
public sealed class WaitJobNetworkCommand : RunCmdlet
{
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestLocalStep = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestAwsStep = TimeSpan.FromSeconds(5);
    private readonly List<string> _waiting = [];

    /// <summary>How long to wait at most; no limit when left out.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Ends the wait with the first run that ends.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        _waiting.AddRange((await ResolveRunsAsync(session, names, cancellationToken).ConfigureAwait(false)).Except(_waiting));
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        var runs = new RunDirectory(session, await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false));
        var progress = new WaitProgress(_waiting.Count, PostProgress);
        long started = TimeProvider.System.GetTimestamp();
        TimeSpan longest = session.Kind == SessionKind.Local ? LongestLocalStep : LongestAwsStep;
        TimeSpan step = FirstStep;
        try
        {
            while (_waiting.Count > 0)
            {
                bool ended = await RoundAsync(runs, progress, cancellationToken).ConfigureAwait(false);
                if (_waiting.Count == 0 || (Any && ended))
                {
                    return;
                }

                TimeSpan elapsed = TimeProvider.System.GetElapsedTime(started);
                if (Timeout is { } limit && elapsed >= limit)
                {
                    await TellTimeoutAsync(limit).ConfigureAwait(false);
                    return;
                }

                // Steps grow with the wait: a short run is seen at once, a long one costs AWS few calls.
                step = ended ? FirstStep : TimeSpan.FromTicks(Math.Min(longest.Ticks, (long)(step.Ticks * 1.5)));
                TimeSpan wait = Timeout is { } end && end - elapsed < step ? end - elapsed : step;
                await TimeProvider.System.Delay(wait, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task<bool> RoundAsync(RunDirectory runs, WaitProgress progress, CancellationToken cancellationToken)
    {
        bool ended = false;
        foreach (string arn in _waiting.ToArray())
        {
            JobNetworkRun run;
            try
            {
                run = await runs.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
            }
            catch (CmdletFailure failure)
            {
                // This run can't be waited for. Any other failure (the target is gone) ends the wait as a whole.
                _waiting.Remove(arn);
                await WriteErrorAsync(failure.Record).ConfigureAwait(false);
                continue;
            }

            progress.Show(run, _waiting.Count);
            if (run.Status is not (JobNetworkRunStatus.Running or JobNetworkRunStatus.PendingRedrive))
            {
                ended = true;
                _waiting.Remove(arn);
                await WriteObjectAsync(run).ConfigureAwait(false);
            }
        }

        return ended;
    }

    private async Task TellTimeoutAsync(TimeSpan limit)
    {
        foreach (string arn in _waiting)
        {
            await WriteErrorAsync(JobNetworkRunErrors.WaitTimedOut(arn, limit)).ConfigureAwait(false);
        }
    }
}
