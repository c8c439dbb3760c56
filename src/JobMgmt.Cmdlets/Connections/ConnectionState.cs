using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobRuntimes;

namespace JobMgmt.Cmdlets.Connections;

/// <summary>
/// What this process's cmdlets talk to. One for the process, so that the runspaces of ForEach-Object -Parallel share it; with nothing
/// connected it is the local runtime of the user's own folder.
/// </summary>
internal static class ConnectionState
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static JobMgmtSession? _session;
    private static RuntimeFolder? _folder;
    private static string? _prefix;
    private static bool _connected;

    /// <summary>Whether Connect-JobMgmt was used.</summary>
    public static bool IsConnected => Volatile.Read(ref _connected);

    /// <summary>The connected stack's prefix; null for none.</summary>
    public static string? Prefix => Volatile.Read(ref _prefix);

    /// <summary>The folder of the local runtime that is, or would be, talked to; null for AWS.</summary>
    public static RuntimeFolder? LocalFolder => _session is { Kind: SessionKind.Aws } ? null : _folder ?? RuntimeFolder.Default;

    /// <summary>The session with AWS or with a local runtime that was used last; null before first use.</summary>
    public static JobMgmtSession? Session => _session;

    /// <summary>Talks to AWS from now on.</summary>
    public static void UseAws(JobMgmtSession session, string? prefix) => Use(session, null, prefix, connected: true);

    /// <summary>Talks to the local runtime of a folder from now on.</summary>
    public static void UseLocal(RuntimeFolder folder, string? prefix) => Use(null, folder, prefix, connected: true);

    /// <summary>Forgets the connection: back to the local runtime of the user's own folder.</summary>
    public static void Clear() => Use(null, null, null, connected: false);

    /// <summary>The session to work with; starts the local runtime if it is meant and not up.</summary>
    /// <param name="starting">Told the folder before a runtime is started.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    public static async Task<JobMgmtSession> GetSessionAsync(Action<RuntimeFolder> starting, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_session is { Kind: SessionKind.Aws } aws)
            {
                return aws;
            }

            RuntimeFolder folder = _folder ?? RuntimeFolder.Default;
            JobRuntime? runtime = await folder.FindAsync(cancellationToken).ConfigureAwait(false);
            if (runtime is null)
            {
                starting(folder);
                runtime = await RuntimeLauncher.EnsureAsync(folder, 0, null, cancellationToken).ConfigureAwait(false);
            }

            // A runtime that was started again listens elsewhere; its clients must not be kept.
            if (_session is null || _session.DataPath != folder.Path || _session.ProcessId != runtime.ProcessId)
            {
                _session = JobMgmtSession.Local(folder.Path);
            }

            return _session;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>The session if it costs nothing to have one: for tab completion, which must not start a runtime.</summary>
    public static async Task<JobMgmtSession?> PeekAsync(CancellationToken cancellationToken)
        => LocalFolder is { } folder && await folder.FindAsync(cancellationToken).ConfigureAwait(false) is null ? null
            : await GetSessionAsync(_ => { }, cancellationToken).ConfigureAwait(false);

    private static void Use(JobMgmtSession? session, RuntimeFolder? folder, string? prefix, bool connected)
    {
        Gate.Wait();
        try
        {
            // The old session is not disposed: another runspace may be in the middle of a call.
            _session = session;
            _folder = folder;
            Volatile.Write(ref _prefix, prefix);
            Volatile.Write(ref _connected, connected);
        }
        finally
        {
            Gate.Release();
        }
    }
}
