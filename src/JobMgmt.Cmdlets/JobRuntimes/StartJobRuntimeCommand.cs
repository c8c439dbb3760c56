using System.Management.Automation;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>Start-JobRuntime: starts the local runtime of a data folder, in the background.</summary>
[Cmdlet(VerbsLifecycle.Start, "JobRuntime", SupportsShouldProcess = true)]
[OutputType(typeof(JobRuntime))]
public sealed class StartJobRuntimeCommand : AsyncPSCmdlet
{
    /// <summary>The folder that holds all its state; the user's own folder when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DataPath { get; set; }

    /// <summary>The loopback port; 0 takes any free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The mock file, in the form of Step Functions Local's; SFN_MOCK_CONFIG names it when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MockConfigFile { get; set; }

    /// <summary>The mail server that mails are handed to: HOST or HOST:PORT. It stays set in the folder.</summary>
    [Parameter]
    [ValidatePattern("^[^:]+(:[0-9]{1,5})?$")]
    public string? SmtpServer { get; set; }

    /// <summary>The sender of mails.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SmtpFrom { get; set; }

    /// <summary>Who signs in at the mail server.</summary>
    [Parameter]
    [Credential]
    public PSCredential? SmtpCredential { get; set; }

    /// <summary>How the way to the mail server is encrypted; left out, by TLS wherever the server offers it.</summary>
    [Parameter]
    [ValidateSet("StartTls", "Tls", "None")]
    public string? SmtpSecurity { get; set; }

    /// <summary>Writes the runtime to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        RuntimeFolder folder = DataPath is null ? RuntimeFolder.Default : new RuntimeFolder(ResolvePath(DataPath));
        JobRuntime? runtime = await folder.FindAsync(cancellationToken).ConfigureAwait(false);
        if (runtime is not null && Port != 0 && new Uri(runtime.Endpoint).Port != Port)
        {
            await WriteErrorAsync(JobRuntimeErrors.RuntimeOnOtherPort(runtime)).ConfigureAwait(false);
            return;
        }

        string? mockConfigFile = MockConfigFile is null ? null : ResolvePath(MockConfigFile);
        if (runtime is not null && mockConfigFile is not null && runtime.MockConfigFile != mockConfigFile)
        {
            await WriteErrorAsync(JobRuntimeErrors.RuntimeHasOtherMocks(runtime, mockConfigFile)).ConfigureAwait(false);
            return;
        }

        if (runtime is null)
        {
            if (!await ShouldProcessAsync(folder.Path, "Start the local runtime").ConfigureAwait(false))
            {
                return;
            }

            runtime = await RuntimeLauncher.EnsureAsync(folder, Port, mockConfigFile, cancellationToken).ConfigureAwait(false);
        }

        if ((SmtpServer ?? SmtpFrom ?? SmtpSecurity) is not null || SmtpCredential is not null)
        {
            if (!await ShouldProcessAsync(folder.Path, "Set the mail server").ConfigureAwait(false))
            {
                return;
            }

            SmtpFile.Write(folder, SmtpServer, SmtpFrom, SmtpCredential, SmtpSecurity);
        }

        PostVerbose($"The local runtime of {runtime.DataPath} listens at {runtime.Endpoint} (process {runtime.ProcessId}).");
        if (PassThru)
        {
            await WriteObjectAsync(runtime).ConfigureAwait(false);
        }
    }
}
