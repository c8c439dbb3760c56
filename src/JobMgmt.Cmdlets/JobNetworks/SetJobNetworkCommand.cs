using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobAlertChannels;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Set-JobNetwork: changes the alert channel of deployed networks; everything else of them stays.</summary>
[Cmdlet(VerbsCommon.Set, "JobNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(DeployedJobNetwork))]
public sealed class SetJobNetworkCommand : NetworkCmdlet
{
    /// <summary>Names; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkName")]
    [NetworkNameTransformation(Whole = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The channel of its alerts; $null takes the stack's default channel.</summary>
    [Parameter(Mandatory = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? AlertChannel { get; set; }

    /// <summary>Writes the network to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
        string? channel = string.IsNullOrEmpty(AlertChannel) ? null : AlertChannel;
        if (channel is not null && !options.AllChannels().Contains(channel, StringComparer.Ordinal))
        {
            throw new CmdletFailure(JobAlertChannelErrors.UnknownChannel(channel, options.AllChannels()));
        }

        foreach (string name in await ResolveAsync(session, names, Name, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(name, () => SetAsync(session, names, options, name, channel, cancellationToken)).ConfigureAwait(false);
        }
    }

    private async Task SetAsync(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, string name, string? channel, CancellationToken cancellationToken)
    {
        var directory = new NetworkDirectory(session, names);
        DeployedJobNetwork deployed = await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false) ?? throw new CmdletFailure(JobNetworkErrors.NetworkNotFound(name));
        if (!deployed.Managed)
        {
            throw new CmdletFailure(JobNetworkErrors.ForeignNetwork(name, names.NetworkMachine(name)));
        }

        // What was changed by hand can't be written again from what it is read as.
        JobNetwork network = deployed.Definition is { } definition && NetworkDirectory.Read(definition, name) is { } read
            && Same(definition, NetworkCompiler.Artefact(read, names, options)) ? read : throw new CmdletFailure(JobNetworkErrors.NetworkOtherwiseMade(name));
        StateMachineArtefact artefact = NetworkCompiler.Artefact(network with { AlertChannel = channel }, names, options);
        IArtefactDeployer deployer = new StateMachineDeployer(session.StepFunctions);
        if (await deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false) == RunJobStackState.Different)
        {
            if (!await ShouldProcessAsync(name, $"Send the job network's alerts to {(channel is null ? "the stack's default channel" : $"the channel '{channel}'")}; runs that go on keep their definition").ConfigureAwait(false))
            {
                return;
            }

            await deployer.UpdateAsync(artefact, cancellationToken).ConfigureAwait(false);
        }

        if (PassThru && await directory.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } now)
        {
            await WriteObjectAsync(now).ConfigureAwait(false);
        }
    }

    private static bool Same(string definition, StateMachineArtefact artefact)
        => StatesLanguage.Json.JsonValue.TryParse(definition, out StatesLanguage.Json.JsonValue? there) && artefact.Definition.Equals(there);
}
