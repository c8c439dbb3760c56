using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>Import-JobNetwork: brings the target's networks to what files say.</summary>
[Cmdlet(VerbsData.Import, "JobNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(JobNetworkChange))]
public sealed class ImportJobNetworkCommand : JobMgmtCmdlet
{
    private readonly List<string> _files = [];
    private readonly List<string> _parts = []; // of the network that is being imported
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Files, patterns, or folders that are read at every depth.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? Path { get; set; } = [];

    /// <summary>Removes the networks of this stack that no file has.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Removes without asking, also networks that run, and replaces state machines that JobMgmt did not make where a file has their name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (Path is not { Length: > 0 } || Path.Any(string.IsNullOrEmpty))
        {
            throw new CmdletFailure(JobNetworkFileErrors.PathIsEmpty("nothing was imported or removed")); // here, since the binder would go on with the other paths
        }

        foreach (string path in Path)
        {
            foreach (string found in await ExpandPathAsync(path).ConfigureAwait(false))
            {
                _files.AddRange(NetworkSource.Files(found).Where(file => !_files.Contains(file)));
                if (Prune && NetworkSource.Others(found) is { Count: > 0 } others)
                {
                    PostWarning($"Not read, since its name does not end with .jobnetwork.yaml: {string.Join(", ", others.Take(5).Select(file => $"'{file}'"))}{(others.Count > 5 ? $" and {others.Count - 5} more" : "")}. A network that only such a file has is removed.");
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (_files.Count == 0)
        {
            // A folder that is empty by mistake must not empty the target.
            throw new CmdletFailure(JobNetworkFileErrors.NoNetworkFiles(string.Join(", ", Path ?? [])));
        }

        JobMgmtSession session = await GetSessionAsync(cancellationToken).ConfigureAwait(false);
        RunJobStackNames names = await GetNamesAsync(session, null, cancellationToken).ConfigureAwait(false);
        RunJobStackOptions options = await new StackOnTarget(session, names).ReadOptionsAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
        var planner = new ImportPlanner(session, names, options, Force);
        IReadOnlyList<PlannedNetwork> plan = await planner.PlanAsync(_files, Prune, cancellationToken).ConfigureAwait(false);
        foreach (string warning in planner.Warnings)
        {
            PostWarning(warning);
        }

        if (await AskAsync(() => IsWhatIf).ConfigureAwait(false))
        {
            await WriteObjectsAsync(plan.Select(one => one.Result(one.Action == JobNetworkAction.Same ? JobNetworkChangeState.Done : JobNetworkChangeState.Planned))).ConfigureAwait(false);
            return;
        }

        var results = new List<JobNetworkChange>();
        Exception? failed = null;
        foreach (PlannedNetwork one in plan)
        {
            JobNetworkChangeState state = JobNetworkChangeState.NotTried;
            if (failed is null)
            {
                try
                {
                    state = await ApplyAsync(session, names, one, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (e is not RuntimeException && !(e is OperationCanceledException && Stopping))
                {
                    (failed, state) = (e, JobNetworkChangeState.Failed);
                }
            }

            results.Add(one.Result(one.Action == JobNetworkAction.Same ? JobNetworkChangeState.Done : state));
            await WriteObjectAsync(results[results.Count - 1]).ConfigureAwait(false);
        }

        if (failed is not null)
        {
            await WriteErrorAsync(JobNetworkFileErrors.ImportFailed(results, _parts, ErrorRecords.From(failed, null))).ConfigureAwait(false);
        }
    }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
        ? whatIf is SwitchParameter { IsPresent: true } : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    private bool IsConfirmOff => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm) && confirm is SwitchParameter { IsPresent: false };

    private async Task<JobNetworkChangeState> ApplyAsync(JobMgmtSession session, RunJobStackNames names, PlannedNetwork one, CancellationToken cancellationToken)
    {
        IArtefactDeployer deployer = new StateMachineDeployer(session.StepFunctions);
        _parts.Clear();
        switch (one.Action)
        {
            case JobNetworkAction.Create when await ShouldProcessAsync(one.Name, "Create the job network").ConfigureAwait(false):
                await CreateAsync(deployer, one, cancellationToken).ConfigureAwait(false);
                _parts.Add("the definition");
                await one.Triggers!.ApplyAsync(session, names, one.Name, _parts, cancellationToken).ConfigureAwait(false);
                return JobNetworkChangeState.Done;
            case JobNetworkAction.Change when await ShouldProcessAsync(one.Name, $"Change the job network ({string.Join("; ", one.Differences)}); runs that go on keep their definition").ConfigureAwait(false):
                await deployer.UpdateAsync(one.Artefact!, cancellationToken).ConfigureAwait(false);
                _parts.Add("the definition");
                await one.Triggers!.ApplyAsync(session, names, one.Name, _parts, cancellationToken).ConfigureAwait(false);
                return JobNetworkChangeState.Done;
            case JobNetworkAction.Remove when await ShouldProcessAsync(one.Name, "Remove the job network").ConfigureAwait(false):
                return await RemoveAsync(session, names, one.Name, cancellationToken).ConfigureAwait(false);
            case JobNetworkAction.Same:
                return JobNetworkChangeState.Done;
            default:
                return JobNetworkChangeState.Planned;
        }
    }

    private static async Task CreateAsync(IArtefactDeployer deployer, PlannedNetwork one, CancellationToken cancellationToken)
    {
        try
        {
            await deployer.CreateAsync(one.Artefact!, cancellationToken).ConfigureAwait(false);
        }
        catch (StateMachineAlreadyExistsException)
        {
            // Somebody has made it since the plan: the same network is what is wanted, another one was in no plan that anybody saw.
            if (await deployer.CompareAsync(one.Artefact!, cancellationToken).ConfigureAwait(false) != RunJobStackState.Current)
            {
                throw new CmdletFailure(JobNetworkFileErrors.MadeMeanwhile(one.Name));
            }
        }
    }

    private async Task<JobNetworkChangeState> RemoveAsync(JobMgmtSession session, RunJobStackNames names, string name, CancellationToken cancellationToken)
    {
        if (!Force)
        {
            if (await new RunDirectory(session, names).IsRunningAsync(name, cancellationToken).ConfigureAwait(false)) // since it was planned
            {
                throw new CmdletFailure(JobNetworkFileErrors.NetworkRuns(name));
            }

            if (!IsConfirmOff && !await AskAsync(() => ShouldContinue($"No file has the job network '{name}'. Remove it?", "Remove the job network", ref _yesToAll, ref _noToAll)).ConfigureAwait(false))
            {
                return JobNetworkChangeState.Planned;
            }
        }

        await TriggerPlan.Of([], await new TriggerDirectory(session, names).ListAsync([name], cancellationToken).ConfigureAwait(false)).ApplyAsync(session, names, name, _parts, cancellationToken).ConfigureAwait(false);
        await session.StepFunctions.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = names.NetworkMachineArn(name) }, cancellationToken).ConfigureAwait(false);
        await new SuspensionDirectory(session, names).ClearAsync(name, cancellationToken).ConfigureAwait(false);
        return JobNetworkChangeState.Done;
    }
}
