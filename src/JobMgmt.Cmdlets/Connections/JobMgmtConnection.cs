using JobMgmt.Aws.Sessions;

namespace JobMgmt.Cmdlets.Connections;

/// <summary>What the cmdlets talk to: the answer of <c>Get-JobMgmtConnection</c>.</summary>
public sealed class JobMgmtConnection
{
    /// <summary>"Local" or "AWS".</summary>
    public required string Target { get; init; }

    /// <summary>Whether Connect-JobMgmt was used; otherwise this is the default, the local runtime of the user's own folder.</summary>
    public bool Connected { get; init; }

    /// <summary>The endpoint that takes all calls; null for AWS's own hosts, and for a local runtime that is not up.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The Region; null for a local runtime that is not up.</summary>
    public string? Region { get; init; }

    /// <summary>The account; null for a local runtime that is not up.</summary>
    public string? AccountId { get; init; }

    /// <summary>The profile that the credentials came from, when one was named.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The local runtime's data folder.</summary>
    public string? DataPath { get; init; }

    /// <summary>The local runtime's process; null when it is not up.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The RunJob stack's prefix; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The session with AWS that it stands for; null for a local runtime, which may be another process by the time it is used.</summary>
    internal JobMgmtSession? Session { get; init; }

    /// <summary>A session with what it stands for, beside the one that cmdlets use; a local runtime that is not up is started.</summary>
    internal async Task<JobMgmtSession> OpenAsync(CancellationToken cancellationToken)
    {
        if (Session is not null)
        {
            return Session;
        }

        var folder = new JobRuntimes.RuntimeFolder(DataPath!);
        await JobRuntimes.RuntimeLauncher.EnsureAsync(folder, 0, null, cancellationToken).ConfigureAwait(false);
        return JobMgmtSession.Local(folder.Path);
    }

    /// <summary>The connection as it stands, without starting anything.</summary>
    internal static async Task<JobMgmtConnection> ReadAsync(CancellationToken cancellationToken)
    {
        if (ConnectionState.LocalFolder is { } folder)
        {
            JobRuntimes.JobRuntime? runtime = await folder.FindAsync(cancellationToken).ConfigureAwait(false);
            return new JobMgmtConnection
            {
                Target = "Local",
                Connected = ConnectionState.IsConnected,
                Endpoint = runtime?.Endpoint,
                Region = runtime?.Region,
                AccountId = await AccountAsync(cancellationToken).ConfigureAwait(false),
                DataPath = folder.Path,
                ProcessId = runtime?.ProcessId,
                Prefix = ConnectionState.Prefix ?? "",
            };
        }

        JobMgmtSession session = ConnectionState.Session!;
        return new JobMgmtConnection
        {
            Target = "AWS",
            Session = session,
            Connected = true,
            Endpoint = session.Endpoint?.AbsoluteUri,
            Region = session.Region,
            AccountId = await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false),
            ProfileName = session.ProfileName,
            Prefix = ConnectionState.Prefix ?? "",
        };
    }

    private static async Task<string?> AccountAsync(CancellationToken cancellationToken)
        => await ConnectionState.PeekAsync(cancellationToken).ConfigureAwait(false) is { } session
            ? await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false) : null;
}
