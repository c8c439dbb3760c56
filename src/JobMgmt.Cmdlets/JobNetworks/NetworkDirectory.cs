using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Finds and reads the networks of a stack: its state machines that are named <c>JobNetwork-…</c>.</summary>
internal sealed class NetworkDirectory(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>The networks by name: one call a thousand machines, nothing read of each.</summary>
    public async Task<IReadOnlyList<(string Name, StateMachineListItem Machine)>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<(string Name, StateMachineListItem Machine)>();
        await foreach (StateMachineListItem machine in session.StepFunctions.Paginators.ListStateMachines(new ListStateMachinesRequest { MaxResults = 1000 })
            .StateMachines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (names.TryNetworkName(machine.Name, out string name))
            {
                found.Add((name, machine));
            }
        }

        return found.OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToArray();
    }

    /// <summary>Reads one network; null where there is none.</summary>
    public async Task<DeployedJobNetwork?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        DescribeStateMachineResponse machine;
        try
        {
            machine = await session.StepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = names.NetworkMachineArn(name) }, cancellationToken).ConfigureAwait(false);
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }

        bool managed = await IsManagedAsync(machine.StateMachineArn, cancellationToken).ConfigureAwait(false);
        JobNetwork? network = Read(machine.Definition, name);
        return new DeployedJobNetwork
        {
            Name = name,
            Job = network?.Jobs ?? ReadJobs(machine.Definition),
            Parameter = network?.Parameter,
            AlertChannel = network?.AlertChannel,
            AlertDigest = network?.AlertDigest is { } folded ? TimeSpan.FromSeconds(folded) : null,
            WorkerTag = network?.Tag,
            FailFast = network?.FailFast ?? false,
            IfRunning = network?.IfRunning ?? IfRunning.Allow,
            MaxDuration = network?.MaxDuration is { } most ? TimeSpan.FromSeconds(most) : null,
            FinishBy = network?.FinishBy,
            TimeZone = network?.TimeZone,
            StopOnDeadline = network?.StopOnDeadline ?? false,
            Timeout = network?.Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Description = network?.Description,
            Managed = managed,
            Deleting = machine.Status == StateMachineStatus.DELETING,
            CreationTime = machine.CreationDate?.ToLocalTime(),
            StateMachineArn = machine.StateMachineArn,
            Definition = machine.Definition,
        };
    }

    /// <summary>Whether a network is being removed, and is there as long as runs of it go on. No list of AWS tells.</summary>
    public async Task<bool> IsDeletingAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await session.StepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = names.NetworkMachineArn(name) }, cancellationToken).ConfigureAwait(false)).Status == StateMachineStatus.DELETING;
        }
        catch (StateMachineDoesNotExistException)
        {
            return false;
        }
    }

    /// <summary>Reads the definition of one network; null where there is none.</summary>
    public async Task<string?> ReadDefinitionAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await session.StepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = names.NetworkMachineArn(name) }, cancellationToken).ConfigureAwait(false)).Definition;
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>The jobs of a definition, in order; empty for text that is no definition.</summary>
    public static IReadOnlyList<JobDefinition> ReadJobs(string definition)
        => Read(definition, "")?.Jobs ?? (JsonValue.TryParse(definition, out JsonValue? asl) && asl is JsonObject obj ? NetworkReader.ReadJobs(obj) : []);

    private async Task<bool> IsManagedAsync(string arn, CancellationToken cancellationToken)
    {
        ListTagsForResourceResponse answer = await session.StepFunctions.ListTagsForResourceAsync(
            new ListTagsForResourceRequest { ResourceArn = arn }, cancellationToken).ConfigureAwait(false);
        return (answer.Tags ?? []).Any(t => t.Key == StackTags.Network);
    }

    /// <summary>The network that a definition is; null where it is none.</summary>
    public static JobNetwork? Read(string definition, string name)
        => JsonValue.TryParse(definition, out JsonValue? asl) && asl is JsonObject obj && NetworkReader.TryRead(obj, name, out JobNetwork? network, out _) ? network : null;
}
