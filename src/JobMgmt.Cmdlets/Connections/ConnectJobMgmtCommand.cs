using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobRuntimes;

namespace JobMgmt.Cmdlets.Connections;

/// <summary>Connect-JobMgmt: chooses the target of the cmdlets, AWS or the local runtime of a folder.</summary>
[Cmdlet(VerbsCommunications.Connect, "JobMgmt", DefaultParameterSetName = LocalSet)]
[OutputType(typeof(JobMgmtConnection))]
public sealed class ConnectJobMgmtCommand : AsyncPSCmdlet
{
    private const string LocalSet = "Local";
    private const string AwsSet = "AWS";

    /// <summary>The local runtime's data folder; the user's own when left out. It is started if it is not up.</summary>
    [Parameter(ParameterSetName = LocalSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DataPath { get; set; }

    /// <summary>The AWS Region; otherwise the profile's or the environment's.</summary>
    [Parameter(ParameterSetName = AwsSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>A profile of the shared AWS files.</summary>
    [Parameter(ParameterSetName = AwsSet)]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>An endpoint that takes the calls of all services instead of AWS's own hosts.</summary>
    [Parameter(ParameterSetName = AwsSet)]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>An access key id, with -SecretKey, instead of a profile.</summary>
    [Parameter(ParameterSetName = AwsSet)]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret access key.</summary>
    [Parameter(ParameterSetName = AwsSet)]
    [ValidateNotNull]
    public System.Security.SecureString? SecretKey { get; set; }

    /// <summary>The session token of temporary keys.</summary>
    [Parameter(ParameterSetName = AwsSet)]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <summary>The prefix of the RunJob stack to work with, where several stand side by side.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$")]
    public string? Prefix { get; set; }

    /// <summary>Writes the connection to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (ParameterSetName == LocalSet)
        {
            RuntimeFolder folder = DataPath is null ? RuntimeFolder.Default : new RuntimeFolder(ResolvePath(DataPath));
            await RuntimeLauncher.EnsureAsync(folder, 0, null, cancellationToken).ConfigureAwait(false);
            ConnectionState.UseLocal(folder, Prefix);
        }
        else
        {
            var session = JobMgmtSession.Aws(new AwsSessionOptions
            {
                Region = Region,
                ProfileName = ProfileName,
                EndpointUrl = EndpointUrl,
                AccessKey = AccessKey,
                SecretKey = SecretKey is null ? null : new System.Net.NetworkCredential("", SecretKey).Password,
                SessionToken = SessionToken,
            });

            // Asked now: credentials that do not work must fail here, not in the middle of the first piece of work.
            await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
            ConnectionState.UseAws(session, Prefix);
        }

        if (PassThru)
        {
            await WriteObjectAsync(await JobMgmtConnection.ReadAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
