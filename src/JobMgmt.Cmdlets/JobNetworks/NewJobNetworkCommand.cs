using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Completers;
using JobMgmt.Cmdlets.Crontabs;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>New-JobNetwork: deploys jobs with an order between them as one state machine; or networks that are defined already.</summary>
[Cmdlet(VerbsCommon.New, "JobNetwork", SupportsShouldProcess = true, DefaultParameterSetName = JobSet)]
[OutputType(typeof(DeployedJobNetwork))]
public sealed class NewJobNetworkCommand : JobMgmtCmdlet
{
    private const string JobSet = "Job";
    private const string ObjectSet = "InputObject";

    private readonly List<JobDefinition> _jobs = [];
    private readonly List<JobNetwork> _networks = [];

    /// <summary>The network's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The jobs (New-JobDefinition): in the order in which they run, or with what each comes after.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [JobObjects(Leaves = [typeof(JobNetwork), typeof(CrontabJobNetwork)])]
    [ValidateNotNull]
    public JobDefinition[] Job { get; set; } = [];

    /// <summary>Networks with all that belongs to them, as ConvertFrom-Crontab makes them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [ValidateNotNull]
    public JobNetwork[] InputObject { get; set; } = [];

    /// <summary>What a run can be given, by name: the text that stands where it is not given, or null where each run has to give it.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNull]
    [ParameterTransformation]
    public Dictionary<string, string?>? Parameter { get; set; }

    /// <summary>The channel of its alerts; the stack's default when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? AlertChannel { get; set; }

    /// <summary>For how long the failures of a job are folded: the first is told at once, those that follow in that time together at its end.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [Alias("Digest")]
    [DurationTransformation]
    public TimeSpan? AlertDigest { get; set; }

    /// <summary>Worker tags for runs that name none.</summary>
    [Parameter]
    [ValidateNotNull]
    [TagTransformation]
    public Dictionary<string, string>? Tag { get; set; }

    /// <summary>Ends the run with the first job that fails; else the jobs that don't come after it go on.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public SwitchParameter FailFast { get; set; }

    /// <summary>What a run does that begins while another one goes on.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public IfRunning IfRunning { get; set; }

    /// <summary>How long a run may take before an alert tells that it is overdue.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [DurationTransformation]
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>The time of day by which a run is to have ended.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    public string? FinishBy { get; set; }

    /// <summary>The time zone of times of day; UTC when left out.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Stops a run of which a deadline is over.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public SwitchParameter StopOnDeadline { get; set; }

    /// <summary>How long a run may take: then it ends as timed out, and what runs is stopped.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>What starts it: all its triggers. Left out, those that it has stay.</summary>
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNull]
    public JobTrigger[]? Trigger { get; set; }

    /// <summary>What the network is for.</summary>
    [Parameter(ParameterSetName = JobSet)]
    public string? Description { get; set; }

    /// <summary>Replaces a network of that name without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _jobs.AddRange(JobObjectsAttribute.Check(Job));
        _networks.AddRange(InputObject);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
        var check = new DeploymentCheck(session, names, options, _networks);
        if (ParameterSetName == JobSet)
        {
            if (TimeZone is null && (FinishBy is not null || _jobs.Any(job => (job.StartBy ?? job.FinishBy) is not null)) && LocalZone.Notice("The network's times of day, of StartBy and FinishBy,") is { } notice)
            {
                PostWarning(notice);
            }

            await DeployAsync(session, names, options, check, OfJobs(), cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (JobNetwork network in _networks)
        {
            JobNetwork wanted = network with { Tag = Tag ?? network.Tag, AlertChannel = AlertChannel ?? network.AlertChannel };
            await GuardAsync(network.Name, () => DeployAsync(session, names, options, check, wanted, cancellationToken)).ConfigureAwait(false);
        }
    }

    private JobNetwork OfJobs() => new()
    {
        Name = Name,
        Jobs = _jobs,
        Parameter = Parameter is { Count: > 0 } ? Parameter : null,
        AlertChannel = AlertChannel,
        AlertDigest = RunTimeout.Seconds(AlertDigest),
        Tag = Tag,
        FailFast = FailFast,
        IfRunning = IfRunning,
        MaxDuration = RunTimeout.Seconds(MaxDuration),
        FinishBy = FinishBy,
        TimeZone = TimeZone,
        StopOnDeadline = StopOnDeadline,
        Timeout = RunTimeout.Seconds(Timeout),
        Triggers = Trigger,
        Description = Description,
    };

    private async Task DeployAsync(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, DeploymentCheck check, JobNetwork network, CancellationToken cancellationToken)
    {
        StateMachineArtefact artefact = NetworkCompiler.Artefact(network, names, options);
        await check.CheckAsync(network, cancellationToken).ConfigureAwait(false);
        IArtefactDeployer deployer = new StateMachineDeployer(session.StepFunctions);
        RunJobStackState state = await deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false);
        if (state == RunJobStackState.Different)
        {
            foreach (string misfit in await check.FindParentMisfitsAsync(network, cancellationToken).ConfigureAwait(false))
            {
                PostWarning(misfit);
            }
        }

        if (!await BringAsync(deployer, network, artefact, state, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (network.Triggers is not null)
        {
            await BringTriggersAsync(session, names, network, cancellationToken).ConfigureAwait(false);
        }

        if (await new NetworkDirectory(session, names).ReadAsync(network.Name, cancellationToken).ConfigureAwait(false) is { } deployed)
        {
            await WriteObjectAsync(deployed).ConfigureAwait(false);
        }
    }

    private async Task<bool> BringAsync(IArtefactDeployer deployer, JobNetwork network, StateMachineArtefact artefact, RunJobStackState state, CancellationToken cancellationToken)
    {
        switch (state)
        {
            case RunJobStackState.Foreign:
                throw new CmdletFailure(JobNetworkErrors.ForeignNetwork(network.Name, artefact.Name));
            case RunJobStackState.Current:
                PostVerbose($"The job network '{network.Name}' is like this already; nothing was changed.");
                return true;
            case RunJobStackState.Missing:
                if (!await ShouldProcessAsync(network.Name, "Create the job network" + Triggers(network)).ConfigureAwait(false))
                {
                    return false;
                }

                try
                {
                    await deployer.CreateAsync(artefact, cancellationToken).ConfigureAwait(false);
                    return true;
                }
                catch (StateMachineAlreadyExistsException)
                {
                    // Somebody else was faster: then it is one that is there.
                    RunJobStackState now = await deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false);
                    if (now == RunJobStackState.Missing)
                    {
                        throw; // and gone again
                    }

                    return await BringAsync(deployer, network, artefact, now, cancellationToken).ConfigureAwait(false);
                }

            default:
                // -Confirm shows the change and asks; without it only -Force may replace what somebody may rely on.
                if (!Force && !AsksToConfirm && !IsWhatIf)
                {
                    throw new CmdletFailure(JobNetworkErrors.NetworkExists(network.Name));
                }

                if (!await ShouldProcessAsync(network.Name, $"Replace the job network{(Force || AsksToConfirm ? "" : ", for which it needs -Force")}; runs that go on keep their definition").ConfigureAwait(false))
                {
                    return false;
                }

                await deployer.UpdateAsync(artefact, cancellationToken).ConfigureAwait(false);
                return true;
        }
    }

    private async Task BringTriggersAsync(JobMgmtSession session, RunJobStackNames names, JobNetwork network, CancellationToken cancellationToken)
    {
        var plan = TriggerPlan.Of(network.Triggers, await new TriggerDirectory(session, names).ListAsync([network.Name], cancellationToken).ConfigureAwait(false));
        foreach (string warning in network.Triggers!.Select(trigger => TriggerCheck.WithoutWorkers(network, trigger)).OfType<string>().Distinct())
        {
            PostWarning(warning);
        }

        if (!plan.IsEmpty && await ShouldProcessAsync(network.Name, "Set the triggers of the job network").ConfigureAwait(false))
        {
            await plan.ApplyAsync(session, names, network.Name, null, cancellationToken).ConfigureAwait(false);
        }
    }

    // -WhatIf goes no further than the network that would be created: what would start it is told there.
    private static string Triggers(JobNetwork network) => network.Triggers is not { Count: > 0 } triggers ? ""
        : $", started by {string.Join(", ", triggers.Select(trigger => trigger.IsTime ? $"{trigger.Cron ?? trigger.Rate ?? trigger.At} ({trigger.TimeZone})" : trigger.Name))}";

    private bool AsksToConfirm => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm) && confirm is SwitchParameter { IsPresent: true };

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf) && whatIf is SwitchParameter { IsPresent: true };
}
