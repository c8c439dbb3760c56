using System.Globalization;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobAlertChannels;
using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Cmdlets.RunJobStacks.Deployment;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>Makes an import's plan: reads and checks every file, and compares with the target. It changes nothing.</summary>
internal sealed class ImportPlanner(JobMgmtSession session, RunJobStackNames names, RunJobStackOptions options, bool replacesForeign)
{
    private readonly NetworkDirectory _directory = new(session, names);
    private readonly Dictionary<string, NetworkFile> _contents = new(StringComparer.Ordinal);
    private readonly List<(JobNetwork Before, JobNetwork Now)> _replaced = [];
    private readonly TriggerCheck _check = new(session, names);
    private readonly IArtefactDeployer _deployer = new StateMachineDeployer(session.StepFunctions);

    /// <summary>What files have that the import can't bring to the target.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The plan in the order of its doing.</summary>
    /// <exception cref="CmdletFailure">Files have faults: all of them are told.</exception>
    public async Task<IReadOnlyList<PlannedNetwork>> PlanAsync(IReadOnlyList<string> files, bool prune, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        List<(string File, JobNetwork Network, StateMachineArtefact Artefact)> read = Read(files, faults);
        var plan = new List<PlannedNetwork>();
        var nested = new NestedNetworks(session, names);
        string[] triggered = read.Where(one => one.Network.Triggers is not null).Select(one => one.Network.Name).ToArray();
        IReadOnlyList<DeployedJobTrigger> triggers = triggered.Length == 0 ? []
            : read.Any(one => one.Network.Triggers?.Any(trigger => trigger.After is not null) == true) ? await _check.ReadTriggersAsync(cancellationToken).ConfigureAwait(false)
            : await new TriggerDirectory(session, names).ListAsync(triggered, cancellationToken).ConfigureAwait(false);
        foreach ((string file, JobNetwork network, StateMachineArtefact artefact) in Ordered(read, faults))
        {
            if (await nested.FindFaultAsync(network, read.Select(one => one.Network).ToArray(), cancellationToken).ConfigureAwait(false) is { } unusable)
            {
                faults.Add($"{file}: {unusable}");
                continue;
            }

            NetworkFault[] misfits = nested.FindMisfits(network).ToArray();
            if (misfits.Length > 0)
            {
                faults.AddRange(misfits.Select(misfit => $"{file}:{_contents[network.Name].Locate(misfit)}"));
                continue;
            }

            string[] untriggered = await FindTriggerFaultsAsync(file, network, read.Select(one => one.Network).ToArray(), cancellationToken).ConfigureAwait(false);
            if (untriggered.Length > 0)
            {
                faults.AddRange(untriggered);
                continue;
            }

            RunJobStackState state = await _deployer.CompareAsync(artefact, cancellationToken).ConfigureAwait(false);
            if (state == RunJobStackState.Foreign)
            {
                if (!replacesForeign || await IsExpressAsync(artefact, cancellationToken).ConfigureAwait(false))
                {
                    faults.Add($"{file}: {(replacesForeign ? JobNetworkFileErrors.ForeignExpress(artefact.Name) : JobNetworkFileErrors.ForeignInImport(artefact.Name))}");
                    continue;
                }
            }

            DeployedJobTrigger[] there = triggers.Where(trigger => trigger.NetworkName == network.Name).ToArray();
            string[] differences = state == RunJobStackState.Missing ? [] :
            [
                .. state == RunJobStackState.Foreign ? ["state machine: not made by JobMgmt, and replaced"] : Array.Empty<string>(),
                .. state is RunJobStackState.Different or RunJobStackState.Foreign ? await DifferencesAsync(network, artefact, cancellationToken).ConfigureAwait(false) : [],
                .. Differences.FindInTriggers(there.Select(trigger => trigger.Definition).ToArray(), network.Triggers).Select(difference => difference.ToString()),
            ];
            plan.Add(new PlannedNetwork(
                network.Name,
                state == RunJobStackState.Missing ? JobNetworkAction.Create : differences.Length > 0 ? JobNetworkAction.Change : JobNetworkAction.Same,
                differences, file, artefact, TriggerPlan.Of(network.Triggers, there)));
        }

        IReadOnlyList<PlannedNetwork> removals = prune && faults.Count == 0
            ? await RemovalsAsync(read.Select(one => one.Network.Name).ToArray(), cancellationToken).ConfigureAwait(false) : [];
        faults.AddRange(
            from one in read from job in one.Network.Jobs where removals.Any(removal => removal.Name == job.Network)
            select $"{one.File}: Its job '{job.Name}' is the job network '{job.Network}', which no file has, so that -Prune would remove it. Write its file too (Export-JobNetwork {job.Network}).");
        faults.AddRange(await FindAwaitedAsync(read.Select(one => (one.File, one.Network)).ToArray(), removals, cancellationToken).ConfigureAwait(false));
        if (faults.Count > 0)
        {
            throw new CmdletFailure(JobNetworkFileErrors.NetworkFilesInvalid(faults));
        }

        Warnings.AddRange(await nested.FindParentMisfitsAsync(_replaced, read.Select(one => one.Network.Name).ToArray(), cancellationToken).ConfigureAwait(false));
        return [.. plan, .. removals];
    }

    // Triggers that stay and come after a network that goes would wait for ever: those of the files, and those of the target of which the files say nothing.
    private async Task<IReadOnlyList<string>> FindAwaitedAsync(IReadOnlyList<(string File, JobNetwork Network)> read, IReadOnlyList<PlannedNetwork> removals, CancellationToken cancellationToken)
    {
        string[] untold = removals.Count == 0 ? [] : read.Where(one => one.Network.Triggers is null).Select(one => one.Network.Name).ToArray();
        IReadOnlyList<DeployedJobTrigger> there = untold.Length == 0 ? [] : await new TriggerDirectory(session, names).ListAsync(untold, cancellationToken).ConfigureAwait(false);
        return (from one in read
                from trigger in one.Network.Triggers ?? there.Where(trigger => trigger.NetworkName == one.Network.Name).Select(trigger => trigger.Definition)
                where removals.Any(removal => removal.Name == trigger.After)
                select $"{one.File}: Its trigger '{trigger.Name}' comes after the job network '{trigger.After}', which no file has, so that -Prune would remove it. Write its file too (Export-JobNetwork {trigger.After}).").ToArray();
    }

    private async Task<string[]> FindTriggerFaultsAsync(string file, JobNetwork network, IReadOnlyList<JobNetwork> coming, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        for (int i = 0; i < (network.Triggers?.Count ?? 0); i++)
        {
            JobTrigger trigger = network.Triggers![i];
            try
            {
                if (await PatternCheck.FindAsync(session, trigger, cancellationToken).ConfigureAwait(false) is { } fault)
                {
                    string place = string.Format(CultureInfo.InvariantCulture, "Triggers[{0}].{1}", i, fault.Place);
                    found.Add($"{file}:{_contents[network.Name].Locate(fault with { Place = place })}");
                    continue;
                }

                await _check.CheckOnTargetAsync(network.Name, trigger, coming, cancellationToken).ConfigureAwait(false);
            }
            catch (CmdletFailure failure)
            {
                found.Add($"{file}: trigger '{trigger.Name}': {failure.Message}");
            }
        }

        return found.ToArray();
    }

    private List<(string File, JobNetwork Network, StateMachineArtefact Artefact)> Read(IReadOnlyList<string> files, List<string> faults)
    {
        var read = new List<(string File, JobNetwork Network, StateMachineArtefact Artefact)>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in files)
        {
            NetworkFile content;
            try
            {
                content = NetworkSource.Read(file);
            }
            catch (CmdletFailure failure)
            {
                faults.Add(failure.Message);
                continue;
            }

            faults.AddRange(content.Faults.Select(fault => $"{file}:{fault}"));
            if (content.Network is not { } network)
            {
                continue;
            }

            if (seen.TryGetValue(network.Name, out string? first))
            {
                faults.Add($"{file}: the network '{network.Name}' is already that of {first}. Keep one of the two files, or give one network another name.");
                continue;
            }

            seen.Add(network.Name, file);
            _contents.Add(network.Name, content);
            if (content.LostStates.Count > 0)
            {
                Warnings.Add($"'{file}' has more than a job network says: {LostStates.Words(content.LostStates)}. What is imported are its jobs and their order; deploy the file with another tool to keep all of it.");
            }

            foreach (string channel in network.AlertChannels().Except(options.AllChannels(), StringComparer.Ordinal))
            {
                faults.Add($"{file}: {JobAlertChannelErrors.UnknownChannel(channel, options.AllChannels()).Exception.Message}");
            }

            try
            {
                read.Add((file, network, NetworkCompiler.Artefact(network, names, options)));
            }
            catch (InvalidNetworkException e)
            {
                faults.AddRange(e.Faults.Select(fault => $"{file}:{content.Locate(fault)}"));
            }
        }

        return read;
    }

    private IEnumerable<(string File, JobNetwork Network, StateMachineArtefact Artefact)> Ordered(
        List<(string File, JobNetwork Network, StateMachineArtefact Artefact)> read, List<string> faults)
    {
        IReadOnlyList<int>? order = NetworkUses.Order(names, read.Select(one => (one.Network.Name, one.Artefact.Definition)).ToArray(), out IReadOnlyList<string> circle);
        if (order is null)
        {
            faults.Add($"The networks start each other in a circle: {string.Join(" starts ", circle.Select(name => $"'{name}'"))}. Take one of these jobs away.");
        }

        return order?.Select(i => read[i]) ?? [];
    }

    // Texts that differ and do the same (a script's lines packed otherwise) are no difference.
    private async Task<string[]> DifferencesAsync(JobNetwork network, StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        DeployedJobNetwork? there = await _directory.ReadAsync(network.Name, cancellationToken).ConfigureAwait(false);
        if (there?.Definition is null || !JsonValue.TryParse(there.Definition, out JsonValue value) || value is not JsonObject asl)
        {
            return ["definition: can't be read"];
        }

        if (NetworkDirectory.Read(there.Definition, network.Name) is { } deployed)
        {
            _replaced.Add((deployed, network));
            string[] found = Differences.Find(deployed, network).Select(difference => difference.ToString()).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        string[] states = DefinitionDrift.Find(asl, artefact.Definition).ToArray();
        return states.Length == 0
            ? await HasTagsAsync(artefact, cancellationToken).ConfigureAwait(false) ? [] : ["tags: changed by hand"]
            : [$"definition: edited by hand, or made by another version: state {string.Join(", ", states.Take(5))}{(states.Length > 5 ? ", ..." : "")}"];
    }

    private async Task<bool> IsExpressAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
        => (await session.StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = artefact.Arn }, cancellationToken).ConfigureAwait(false)).Type == StateMachineType.EXPRESS;

    private async Task<bool> HasTagsAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        ListTagsForResourceResponse answer = await session.StepFunctions.ListTagsForResourceAsync(
            new ListTagsForResourceRequest { ResourceArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
        return artefact.Tags.All(tag => (answer.Tags ?? []).Any(there => there.Key == tag.Key && there.Value == tag.Value));
    }

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

            ListTagsForResourceResponse answer = await session.StepFunctions.ListTagsForResourceAsync(
                new ListTagsForResourceRequest { ResourceArn = machine.StateMachineArn }, cancellationToken).ConfigureAwait(false);
            if ((answer.Tags ?? []).Any(tag => tag.Key == StackTags.Network) && (answer.Tags ?? []).Any(tag => tag.Key == StackTags.Stack && tag.Value == names.StackName))
            {
                string? text = (await _directory.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Definition;
                gone.Add((name, text is not null && JsonValue.TryParse(text, out JsonValue value) && value is JsonObject asl ? asl : JsonObject.Empty));
            }
        }

        return (NetworkUses.Order(names, gone, out _) ?? Enumerable.Range(0, gone.Count)).Reverse()
            .Select(i => new PlannedNetwork(gone[i].Name, JobNetworkAction.Remove, [], null, null, null)).ToArray();
    }
}
