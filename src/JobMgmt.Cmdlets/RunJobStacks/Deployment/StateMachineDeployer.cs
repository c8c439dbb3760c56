using Amazon.Runtime;
using JobMgmt.Aws.StepFunctions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.JobNetworks;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>State machines: those of the stack, and those of networks, of which each deployment is a version.</summary>
internal sealed class StateMachineDeployer(IAmazonStepFunctions states) : ArtefactDeployer<StateMachineArtefact>
{
    // A role that was just made is not known everywhere for some seconds, and the machine's creation is refused meanwhile.
    private static readonly TimeSpan RolePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RoleStep = TimeSpan.FromSeconds(2);

    private static readonly string Deployed = $"Deployed by JobMgmt {typeof(StateMachineDeployer).Assembly.GetName().Version?.ToString(3)}.";
    private static readonly string Replaced = $"Found when JobMgmt {typeof(StateMachineDeployer).Assembly.GetName().Version?.ToString(3)} deployed another definition.";

    protected override async Task<RunJobStackState> CompareAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            DescribeStateMachineResponse machine = await states.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
            ListTagsForResourceResponse tags = await states.ListTagsForResourceAsync(
                new ListTagsForResourceRequest { ResourceArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
            Dictionary<string, string> there = (tags.Tags ?? []).ToDictionary(t => t.Key!, t => t.Value ?? "", StringComparer.Ordinal);
            return !IsOurs(artefact, there.Select(t => (t.Key, t.Value))) ? RunJobStackState.Foreign
                : Compared(SameJson(machine.Definition, artefact.Definition) && machine.RoleArn == artefact.RoleArn
                    && artefact.Tags.All(t => there.TryGetValue(t.Key, out string? value) && value == t.Value)
                    && !Extra(artefact, there.Keys).Any());
        }
        catch (StateMachineDoesNotExistException)
        {
            return RunJobStackState.Missing;
        }
    }

    protected override async Task CreateAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        await WithNewRoleAsync(
            () => states.CreateStateMachineAsync(
                new CreateStateMachineRequest
                {
                    Name = artefact.Name,
                    Definition = artefact.Definition.ToString(),
                    RoleArn = artefact.RoleArn,
                    Type = StateMachineType.STANDARD,
                    Tags = artefact.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value }).ToList(),
                },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (IsNetwork(artefact))
        {
            await new NetworkVersions(states).PublishAsync(artefact.Arn, Deployed, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task UpdateAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        var versions = new NetworkVersions(states);
        if (IsNetwork(artefact))
        {
            // Runs of what is replaced may have to be continued; a deployment of earlier versions of the module, or a change by hand, has no version yet.
            await versions.PublishAsync(artefact.Arn, Replaced, cancellationToken).ConfigureAwait(false);
        }

        await WithNewRoleAsync(
            () => states.UpdateStateMachineAsync(
                new UpdateStateMachineRequest { StateMachineArn = artefact.Arn, Definition = artefact.Definition.ToString(), RoleArn = artefact.RoleArn },
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
        await states.TagResourceAsync(
            new TagResourceRequest { ResourceArn = artefact.Arn, Tags = artefact.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value }).ToList() },
            cancellationToken).ConfigureAwait(false);
        ListTagsForResourceResponse tags = await states.ListTagsForResourceAsync(
            new ListTagsForResourceRequest { ResourceArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
        List<string> extra = Extra(artefact, (tags.Tags ?? []).Select(t => t.Key!)).ToList();
        if (extra.Count > 0)
        {
            await states.UntagResourceAsync(new UntagResourceRequest { ResourceArn = artefact.Arn, TagKeys = extra }, cancellationToken).ConfigureAwait(false);
        }

        if (IsNetwork(artefact))
        {
            await versions.PublishAsync(artefact.Arn, Deployed, cancellationToken).ConfigureAwait(false);
            await versions.PruneAsync(artefact.Arn, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override Task DeleteAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
        => states.DeleteStateMachineAsync(new DeleteStateMachineRequest { StateMachineArn = artefact.Arn }, cancellationToken);

    private static bool IsNetwork(StateMachineArtefact artefact) => artefact.Tags.ContainsKey(StackTags.Network);

    // Tags of ours that the artefact no longer has; users' own tags are none of our business.
    private static IEnumerable<string> Extra(StateMachineArtefact artefact, IEnumerable<string> there)
        => there.Where(key => key.StartsWith(StackOptionsTags.Ours, StringComparison.Ordinal) && !artefact.Tags.ContainsKey(key));

    private static async Task WithNewRoleAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await call().ConfigureAwait(false);
                return;
            }
            catch (AmazonServiceException e) when (e.ErrorCode == "AccessDeniedException" && TimeProvider.System.GetElapsedTime(started) < RolePatience)
            {
                await TimeProvider.System.Delay(RoleStep, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
