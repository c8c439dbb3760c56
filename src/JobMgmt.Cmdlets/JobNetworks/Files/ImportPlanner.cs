using System.Globalization;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworkRuns;
using JobMgmt.Cmdlets.JobNetworkSuspensions;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>Makes an import's plan: reads and checks every file, and compares with the target. It changes nothing.</summary>
internal sealed class ImportPlanner
{
    private readonly JobMgmtSession _session;
    private readonly RunJobStackNames _names;
    private readonly bool _force;
    private readonly ImportFileReader _reader;
    private readonly NetworkDirectory _directory;
    private readonly DeployedDifferences _differences;
    private readonly NestedNetworks _nested;
    private readonly TriggerCheck _check;
    private readonly IArtefactDeployer _deployer;
    private readonly List<string> _warnings = [];

    public ImportPlanner(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, bool force)
    {
        (_session, _names, _force) = (session, names, force);
        _reader = new ImportFileReader(names, options);
        _directory = new NetworkDirectory(session, names);
        _differences = new DeployedDifferences(session, _directory);
        _nested = new NestedNetworks(session, names);
        _check = new TriggerCheck(session, names);
        _deployer = new StateMachineDeployer(session.StepFunctions);
    }

    /// <summary>What files have that the import can't bring to the target, and whom it would not fit any more.</summary>
    public IEnumerable<string> Warnings => _reader.Warnings.Concat(_warnings);

    /// <summary>The plan in the order of its doing.</summary>
    /// <exception cref="CmdletFailure">Files have faults: all of them are told.</exception>
    public async Task<IReadOnlyList<PlannedNetwork>> PlanAsync(IReadOnlyList<string> paths, bool prune, CancellationToken cancellationToken)
    {
        IReadOnlyList<ImportFile> files = _reader.Read(paths);
        List<string> faults = _reader.Faults;
        JobNetwork[] coming = files.Select(file => file.Network).ToArray();
        string[] told = coming.Select(network => network.Name).ToArray();
        IReadOnlyList<DeployedJobTrigger> triggers = await ReadTriggersAsync(coming, cancellationToken).ConfigureAwait(false);
        var plan = new List<PlannedNetwork>();
        foreach (ImportFile file in files)
        {
            IReadOnlyList<string> wrong = await FindFaultsAsync(file, coming, cancellationToken).ConfigureAwait(false);
            RunJobStackState state = wrong.Count > 0 ? RunJobStackState.Missing : await _deployer.CompareAsync(file.Artefact, cancellationToken).ConfigureAwait(false);
            if (state == RunJobStackState.Foreign && (!_force || await IsExpressAsync(file.Artefact, cancellationToken).ConfigureAwait(false)))
            {
                wrong = [$"{file.Path}: {(_force ? JobNetworkFileErrors.ForeignExpress(file.Artefact.Name) : JobNetworkFileErrors.ForeignInImport(file.Artefact.Name))}"];
            }

            faults.AddRange(wrong);
            if (wrong.Count == 0)
            {
                DeployedJobTrigger[] there = triggers.Where(trigger => trigger.NetworkName == file.Network.Name).ToArray();
                plan.Add(await PlanAsync(file, state, there, cancellationToken).ConfigureAwait(false));
            }
        }

        IReadOnlyList<PlannedNetwork> removals = prune && faults.Count == 0 ? await RemovalsAsync(told, cancellationToken).ConfigureAwait(false) : [];
        faults.AddRange(
            from file in files from job in file.Network.Jobs where removals.Any(removal => removal.Name == job.Network)
            select $"{file.Path}: Its job '{job.Name}' is the job network '{job.Network}', which no file has, so that -Prune would remove it. Write its file too (Export-JobNetwork {job.Network}).");
        faults.AddRange(await FindAwaitedAsync(files, removals, cancellationToken).ConfigureAwait(false));
        faults.AddRange(await FindRunningAsync(removals, cancellationToken).ConfigureAwait(false));
        if (faults.Count > 0)
        {
            throw new CmdletFailure(JobNetworkFileErrors.NetworkFilesInvalid(faults));
        }

        _warnings.AddRange(await _nested.FindParentMisfitsAsync(_differences.Replaced, told, cancellationToken).ConfigureAwait(false));
        foreach (ImportFile file in files.Where(file => plan.Any(one => one.Name == file.Network.Name && one.Action != JobNetworkAction.Same)))
        {
            _warnings.AddRange(await _check.FindWarningsAsync(file.Network, cancellationToken).ConfigureAwait(false));
        }

        _warnings.AddRange(await FindSuspendedAsync(removals, cancellationToken).ConfigureAwait(false));
        return [.. plan, .. removals];
    }

    private async Task<PlannedNetwork> PlanAsync(ImportFile file, RunJobStackState state, IReadOnlyList<DeployedJobTrigger> there, CancellationToken cancellationToken)
    {
        string[] differences = state == RunJobStackState.Missing ? [] :
        [
            .. state == RunJobStackState.Foreign ? ["state machine: not made by JobMgmt, and replaced"] : Array.Empty<string>(),
            .. state is RunJobStackState.Different or RunJobStackState.Foreign ? await _differences.FindAsync(file.Network, file.Artefact, cancellationToken).ConfigureAwait(false) : [],
            .. Differences.FindInTriggers(there.Select(trigger => trigger.Definition).ToArray(), file.Network.Triggers).Select(difference => difference.ToString()),
        ];
        JobNetworkAction action = state == RunJobStackState.Missing ? JobNetworkAction.Create : differences.Length > 0 ? JobNetworkAction.Change : JobNetworkAction.Same;
        return new PlannedNetwork(file.Network.Name, action, differences, file.Path, file.Artefact, TriggerPlan.Of(file.Network.Triggers, there));
    }

    // Those of the networks whose triggers are the files' business; all, where one comes after another network: what comes after what is told of the whole.
    private async Task<IReadOnlyList<DeployedJobTrigger>> ReadTriggersAsync(IReadOnlyList<JobNetwork> coming, CancellationToken cancellationToken)
    {
        string[] triggered = coming.Where(network => network.Triggers is not null).Select(network => network.Name).ToArray();
        return triggered.Length == 0 ? []
            : coming.Any(network => network.Triggers?.Any(trigger => trigger.After is not null) == true) ? await _check.ReadTriggersAsync(cancellationToken).ConfigureAwait(false)
            : await new TriggerDirectory(_session, _names).ListAsync(triggered, cancellationToken).ConfigureAwait(false);
    }

    // What the first of these says hides the next: a trigger of a network that can't be is no news.
    private async Task<IReadOnlyList<string>> FindFaultsAsync(ImportFile file, IReadOnlyList<JobNetwork> coming, CancellationToken cancellationToken)
    {
        if (await _nested.FindFaultAsync(file.Network, coming, cancellationToken).ConfigureAwait(false) is { } unusable)
        {
            return [$"{file.Path}: {unusable}"];
        }

        string[] misfits = _nested.FindMisfits(file.Network).Select(file.Locate).ToArray();
        return misfits.Length > 0 ? misfits : await FindTriggerFaultsAsync(file, coming, cancellationToken).ConfigureAwait(false);
    }

    // Triggers that stay and come after a network that goes would wait for ever: those of the files, and those of the target of which the files say nothing.
    private async Task<IReadOnlyList<string>> FindAwaitedAsync(IReadOnlyList<ImportFile> read, IReadOnlyList<PlannedNetwork> removals, CancellationToken cancellationToken)
    {
        string[] untold = removals.Count == 0 ? [] : read.Where(one => one.Network.Triggers is null).Select(one => one.Network.Name).ToArray();
        IReadOnlyList<DeployedJobTrigger> there = untold.Length == 0 ? [] : await new TriggerDirectory(_session, _names).ListAsync(untold, cancellationToken).ConfigureAwait(false);
        return (from one in read
                from trigger in one.Network.Triggers ?? there.Where(trigger => trigger.NetworkName == one.Network.Name).Select(trigger => trigger.Definition)
                where removals.Any(removal => removal.Name == trigger.After)
                select $"{one.Path}: Its trigger '{trigger.Name}' comes after the job network '{trigger.After}', which no file has, so that -Prune would remove it. Write its file too (Export-JobNetwork {trigger.After}).").ToArray();
    }

    // Found before anything is sent: where a network has got another name, the old one and the new one would both be started.
    private async Task<IReadOnlyList<string>> FindRunningAsync(IReadOnlyList<PlannedNetwork> removals, CancellationToken cancellationToken)
    {
        var running = new List<string>();
        foreach (PlannedNetwork removal in _force ? [] : removals)
        {
            if (await new RunDirectory(_session, _names).IsRunningAsync(removal.Name, cancellationToken).ConfigureAwait(false))
            {
                running.Add($"-Prune: {JobNetworkFileErrors.NetworkRuns(removal.Name).Exception.Message}");
            }
        }

        return running;
    }

    private async Task<IReadOnlyList<string>> FindSuspendedAsync(IReadOnlyList<PlannedNetwork> removals, CancellationToken cancellationToken)
    {
        var suspended = new List<string>();
        foreach (PlannedNetwork removal in removals)
        {
            suspended.AddRange(from suspension in await new SuspensionDirectory(_session, _names).FindAsync(removal.Name, TimeProvider.System.GetLocalNow().DateTime, cancellationToken).ConfigureAwait(false)
                               select $"The job network '{removal.Name}', which is removed, is {suspension}. A network that takes its place is not: suspend it (Suspend-JobNetwork).");
        }

        return suspended;
    }

    private async Task<IReadOnlyList<string>> FindTriggerFaultsAsync(ImportFile file, IReadOnlyList<JobNetwork> coming, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        for (int i = 0; i < (file.Network.Triggers?.Count ?? 0); i++)
        {
            JobTrigger trigger = file.Network.Triggers![i];
            try
            {
                if (await PatternCheck.FindAsync(_session, trigger, cancellationToken).ConfigureAwait(false) is { } fault)
                {
                    string place = string.Format(CultureInfo.InvariantCulture, "Triggers[{0}].{1}", i, fault.Place);
                    found.Add(file.Locate(fault with { Place = place }));
                    continue;
                }

                await _check.CheckOnTargetAsync(file.Network.Name, trigger, coming, cancellationToken).ConfigureAwait(false);
            }
            catch (CmdletFailure failure)
            {
                found.Add($"{file.Path}: trigger '{trigger.Name}': {failure.Message}");
            }
        }

        return found;
    }

    private async Task<bool> IsExpressAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
        => (await _session.StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = artefact.Arn }, cancellationToken).ConfigureAwait(false)).Type == StateMachineType.EXPRESS;

    // Last of all, and what starts others before what it starts.
    private async Task<IReadOnlyList<PlannedNetwork>> RemovalsAsync(IReadOnlyList<string> kept, CancellationToken cancellationToken)
    {
        var gone = new List<(string Name, JsonObject Definition)>();
        foreach ((string name, StateMachineListItem machine) in await _directory.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (kept.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            ListTagsForResourceResponse answer = await _session.StepFunctions.ListTagsForResourceAsync(
                new ListTagsForResourceRequest { ResourceArn = machine.StateMachineArn }, cancellationToken).ConfigureAwait(false);
            if ((answer.Tags ?? []).Any(tag => tag.Key == StackTags.Network) && (answer.Tags ?? []).Any(tag => tag.Key == StackTags.Stack && tag.Value == _names.StackName))
            {
                string? text = (await _directory.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Definition;
                gone.Add((name, text is not null && JsonValue.TryParse(text, out JsonValue value) && value is JsonObject asl ? asl : JsonObject.Empty));
            }
        }

        return (NetworkUses.Order(_names, gone, out _) ?? Enumerable.Range(0, gone.Count)).Reverse()
            .Select(i => new PlannedNetwork(gone[i].Name, JobNetworkAction.Remove, [], null, null, null)).ToArray();
    }
}
