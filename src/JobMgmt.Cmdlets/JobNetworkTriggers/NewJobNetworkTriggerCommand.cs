using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworkTriggers;

/// <summary>New-JobNetworkTrigger: makes what starts a network.</summary>
[Cmdlet(VerbsCommon.New, "JobNetworkTrigger", SupportsShouldProcess = true)]
[OutputType(typeof(DeployedJobTrigger))]
public sealed class NewJobNetworkTriggerCommand : TriggerDefinitionCmdlet
{
    /// <summary>The networks; patterns are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NetworkNameTransformation]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JobNetworkCompleter))]
    public string[] NetworkName { get; set; } = [];

    /// <summary>The trigger's name, unique in its network; what it is (cron, rate, at, event, file, path, after) when left out.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Makes it without turning it on.</summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    /// <summary>Replaces a trigger of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        foreach (string network in await ResolveAsync(session, names, NetworkName, cancellationToken).ConfigureAwait(false))
        {
            await GuardAsync(network, () => MakeAsync(session, names, network, cancellationToken)).ConfigureAwait(false);
        }
    }

    private static string Kind(JobTrigger trigger) => trigger.Cron is not null ? "cron" : trigger.Rate is not null ? "rate" : trigger.At is not null ? "at"
        : trigger.OnFile is not null ? "file" : trigger.OnPath is not null ? "path" : trigger.After is not null ? "after" : "event";

    private async Task MakeAsync(JobMgmtSession session, RunJobStackNames names, string network, CancellationToken cancellationToken)
    {
        (JobTrigger trigger, string? notice) = await ApplyAsync(session, names, new JobTrigger { Disabled = Disabled }, cancellationToken).ConfigureAwait(false);
        trigger = trigger with { Name = Name ?? Kind(trigger) };
        IReadOnlyList<string> warnings = await new TriggerCheck(session, names).CheckAsync(network, trigger, cancellationToken).ConfigureAwait(false);
        var directory = new TriggerDirectory(session, names);
        if (!Force && await directory.FindAsync(network, trigger.Name, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new CmdletFailure(TriggerErrors.Exists(network, trigger.Name));
        }

        if (!await ShouldProcessAsync($"{network}/{trigger.Name}", "Create the trigger").ConfigureAwait(false))
        {
            return;
        }

        await TurnOnEventsAsync(session, trigger, cancellationToken).ConfigureAwait(false);
        await directory.PutAsync(network, trigger, cancellationToken).ConfigureAwait(false);
        foreach (string warning in notice is null ? warnings : warnings.Append(notice))
        {
            PostWarning(warning);
        }

        if (await directory.FindAsync(network, trigger.Name, cancellationToken).ConfigureAwait(false) is { } made)
        {
            await WriteObjectAsync(made).ConfigureAwait(false);
        }
    }
}
