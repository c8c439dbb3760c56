using System.Management.Automation;

namespace JobMgmt.Cmdlets.Common;

/// <summary>
/// A cmdlet whose work is asynchronous: each phase runs off the pipeline thread, Ctrl-C cancels the token that every phase gets,
/// and an exception that nobody expected still becomes a terminating error with a stable id.
/// </summary>
public abstract class AsyncPSCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private PipelineThread? _pipeline;

    /// <summary>Work before the first pipeline object.</summary>
    protected virtual Task BeginProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Work for one pipeline object.</summary>
    protected virtual Task ProcessRecordAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Work after the last pipeline object.</summary>
    protected virtual Task EndProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginProcessingAsync);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessRecordAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndProcessingAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Writes one object; completes when the pipeline has taken it.</summary>
    protected Task WriteObjectAsync(object value) => Pipeline.InvokeAsync(() =>
    {
        WriteObject(value);
        return true;
    });

    /// <summary>Writes objects one by one, as they are taken.</summary>
    protected async Task WriteObjectsAsync<T>(IEnumerable<T> values)
        where T : class
    {
        foreach (T value in values)
        {
            await WriteObjectAsync(value).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a record for one thing that failed; the cmdlet goes on.</summary>
    protected Task WriteErrorAsync(ErrorRecord record) => Pipeline.InvokeAsync(() =>
    {
        WriteError(record);
        return true;
    });

    /// <summary>Asks -WhatIf and -Confirm whether to change <paramref name="target"/>.</summary>
    protected Task<bool> ShouldProcessAsync(string target, string action) => Pipeline.InvokeAsync(() => ShouldProcess(target, action));

    /// <summary>Shows progress; never waits.</summary>
    protected void PostProgress(ProgressRecord record) => Pipeline.Post(() => WriteProgress(record));

    /// <summary>Writes to the verbose stream; never waits.</summary>
    protected void PostVerbose(string text) => Pipeline.Post(() => WriteVerbose(text));

    /// <summary>Writes to the warning stream; never waits.</summary>
    protected void PostWarning(string text) => Pipeline.Post(() => WriteWarning(text));

    /// <summary>Asks the host or the session something that only the pipeline thread may ask.</summary>
    private protected Task<T> AskAsync<T>(Func<T> question) => Pipeline.InvokeAsync(question);

    /// <summary>A path as the session means it: relative to its location, with its drives; need not exist.</summary>
    protected string ResolvePath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The paths that a pattern stands for, as the session's file system has them; a path without a wildcard that leads nowhere stands for itself.</summary>
    /// <exception cref="DriveNotFoundException">The path begins with a drive that the session does not have.</exception>
    protected Task<IReadOnlyList<string>> ExpandPathAsync(string path) => Pipeline.InvokeAsync<IReadOnlyList<string>>(() =>
        WildcardPattern.ContainsWildcardCharacters(path) ? SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _) : [ResolvePath(path)]);

    /// <summary>Does on the pipeline thread what runs the user's script blocks; its exceptions come out unchanged.</summary>
    protected Task<T> InvokeOnPipelineAsync<T>(Func<T> call) => Pipeline.InvokeAsync(call);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
            _pipeline?.Dispose();
        }
    }

    private PipelineThread Pipeline => _pipeline ?? throw new PipelineStoppedException();

    private void Run(Func<CancellationToken, Task> phase)
    {
        using var pipeline = new PipelineThread();
        _pipeline = pipeline;
        try
        {
            pipeline.Run(() => phase(_stop.Token));
        }
        catch (RuntimeException)
        {
            // PowerShell's own: the pipeline was stopped, or -ErrorAction Stop met a record. It must pass unchanged.
            throw;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (CmdletFailure failure)
        {
            ThrowTerminatingError(failure.Record);
        }
        catch (Exception e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
        finally
        {
            _pipeline = null;
        }
    }
}
