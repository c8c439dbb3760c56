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
    // An answer that is a little late is still told behind the limit; one that AWS holds back is not waited for.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

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
        var pace = new WaitPace(session.Kind);
        long started = TimeProvider.System.GetTimestamp();
        using var late = Timeout is { } most && most < LongestTimer ? TimeProvider.System.CreateCancellationTokenSource(most + Grace + pace.Round(_waiting.Count)) : new CancellationTokenSource();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            while (_waiting.Count > 0)
            {
                bool ended = await RoundAsync(runs, pace, progress, ends.Token).ConfigureAwait(false);
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

                TimeSpan step = pace.Next(_waiting.Count, ended);
                await TimeProvider.System.Delay(Timeout is { } end && end - elapsed < step ? end - elapsed : step, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await TellTimeoutAsync(Timeout ?? default).ConfigureAwait(false);
        }
        finally
        {
            progress.Complete();
        }
    }

    // Who has been looked at goes to the end of the line: a round that AWS breaks off begins with the others the next time.
    private async Task<bool> RoundAsync(RunDirectory runs, WaitPace pace, WaitProgress progress, CancellationToken cancellationToken)
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
            catch (Exception e) when (pace.PassesOver(e))
            {
                if (pace.Missed())
                {
                    PostWarning($"AWS does not tell how the runs stand ({e.Message.TrimEnd('.')}). The wait goes on; the runs are not touched by that.");
                }

                return ended;
            }

            pace.Answered();
            progress.Show(run, _waiting.Count);
            _waiting.Remove(arn);
            if (run.Status is JobNetworkRunStatus.Running or JobNetworkRunStatus.PendingRedrive)
            {
                _waiting.Add(arn);
                continue;
            }

            ended = true;
            await WriteObjectAsync(run).ConfigureAwait(false);
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
