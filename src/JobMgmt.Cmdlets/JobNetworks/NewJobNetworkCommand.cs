using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>New-JobNetwork: deploys jobs with an order between them as one state machine.</summary>
[Cmdlet(VerbsCommon.New, "JobNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(DeployedJobNetwork))]
public sealed class NewJobNetworkCommand : JobMgmtCmdlet
{
    private readonly List<JobDefinition> _jobs = [];

    /// <summary>The network's name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The jobs (New-JobDefinition): in the order in which they run, or with what each comes after.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNull]
    public JobDefinition[] Job { get; set; } = [];

    /// <summary>What a run can be given, by name: the text that stands where it is not given, or null where each run has to give it.</summary>
    [Parameter]
    [ValidateNotNull]
    [ParameterTransformation]
    public Dictionary<string, string?>? Parameter { get; set; }

    /// <summary>The channel of its alerts; the stack's default when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? AlertChannel { get; set; }

    /// <summary>Worker tags for runs that name none.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Ends the run with the first job that fails; else the jobs that don't come after it go on.</summary>
    [Parameter]
    public SwitchParameter FailFast { get; set; }

    /// <summary>What a run does that begins while another one goes on.</summary>
    [Parameter]
    public IfRunning IfRunning { get; set; }

    /// <summary>How long a run may take before an alert tells that it is overdue.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The time of day by which a run is to have ended.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FinishBy { get; set; }

    /// <summary>The time zone of times of day; UTC when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Stops a run of which a deadline is over.</summary>
    [Parameter]
    public SwitchParameter StopOnDeadline { get; set; }

    /// <summary>How long a run may take: then it ends as timed out, and what runs is stopped.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>What starts it: all its triggers. Left out, those that it has stay.</summary>
    [Parameter]
    [ValidateNotNull]
    public JobTrigger[]? Trigger { get; set; }

    /// <summary>What the network is for.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Replaces a network of that name without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _jobs.AddRange(Job);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(ErrorRecords.StackNotPublished(names));
        if (AlertChannel is not null && !options.AllChannels().Contains(AlertChannel, StringComparer.Ordinal))
        {
            throw new CmdletFailure(ErrorRecords.UnknownChannel(AlertChannel, options.AllChannels()));
        }

        var network = new JobNetwork { Name = Name, Jobs = _jobs, Parameter = Parameter is { Count: > 0 } ? Parameter : null, AlertChannel = AlertChannel, Tag = Tag, FailFast = FailFast, IfRunning = IfRunning, MaxDuration = RunTimeout.Seconds(MaxDuration), FinishBy = FinishBy, TimeZone = TimeZone, StopOnDeadline = StopOnDeadline, Timeout = RunTimeout.Seconds(Timeout), Triggers = Trigger, Description = Description };
        StateMachineArtefact artefact = NetworkCompiler.Artefact(network, names, options);
        if (await new NestedNetworks(session, names).FindFaultAsync(network, [], cancellationToken).ConfigureAwait(false) is { } fault)
        {
            throw new CmdletFailure(ErrorRecords.NestedNetworkUnusable(Name, fault));
        }

        IArtefactDeployer deployer = new StateMachineDeployer(session.StepFunctions);
        RunJobStackState state = await deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false);
        if (!await BringAsync(deployer, artefact, state, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (Trigger is not null)
        {
            await BringTriggersAsync(session, names, cancellationToken).ConfigureAwait(false);
        }

        if (await new NetworkDirectory(session, names).ReadAsync(Name, cancellationToken).ConfigureAwait(false) is { } deployed)
        {
            await WriteObjectAsync(deployed).ConfigureAwait(false);
        }
    }

    private async Task<bool> BringAsync(IArtefactDeployer deployer, StateMachineArtefact artefact, RunJobStackState state, CancellationToken cancellationToken)
    {
        switch (state)
        {
            case RunJobStackState.Foreign:
                throw new CmdletFailure(ErrorRecords.ForeignNetwork(Name, artefact.Name));
            case RunJobStackState.Current:
                PostVerbose($"The job network '{Name}' is like this already; nothing was changed.");
                return true;
            case RunJobStackState.Missing:
                if (!await ShouldProcessAsync(Name, "Create the job network").ConfigureAwait(false))
                {
                    return false;
                }

                await deployer.CreateAsync(artefact, cancellationToken).ConfigureAwait(false);
                return true;
            default:
                // -Confirm shows the change and asks; without it only -Force may replace what somebody may rely on.
                if (!Force && !AsksToConfirm && !IsWhatIf)
                {
                    throw new CmdletFailure(ErrorRecords.NetworkExists(Name));
                }

                if (!await ShouldProcessAsync(Name, "Replace the job network; runs that go on keep their definition").ConfigureAwait(false))
                {
                    return false;
                }

                await deployer.UpdateAsync(artefact, cancellationToken).ConfigureAwait(false);
                return true;
        }
    }

    private async Task BringTriggersAsync(JobMgmtSession session, RunJobStackNames names, CancellationToken cancellationToken)
    {
        var plan = TriggerPlan.Of(Trigger, await new TriggerDirectory(session, names).ListAsync([Name], cancellationToken).ConfigureAwait(false));
        if (!plan.IsEmpty && await ShouldProcessAsync(Name, "Set the triggers of the job network").ConfigureAwait(false))
        {
            await plan.ApplyAsync(session, names, Name, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool AsksToConfirm => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm) && confirm is SwitchParameter { IsPresent: true };

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf) && whatIf is SwitchParameter { IsPresent: true };
}
