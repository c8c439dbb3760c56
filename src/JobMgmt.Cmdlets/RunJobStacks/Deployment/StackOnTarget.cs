using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>One RunJob stack as the target has it, compared with what it should be.</summary>
internal sealed class StackOnTarget(JobMgmtSession session, RunJobStackNames names)
{
    private readonly ArtefactDeployers _deployers = new(session);

    /// <summary>The options that the stack was published with; null: it is not published (or its RunJob is not ours).</summary>
    public async Task<RunJobStackOptions?> ReadOptionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            ListTagsForResourceResponse answer = await session.StepFunctions.ListTagsForResourceAsync(
                new ListTagsForResourceRequest { ResourceArn = names.RunJobArn }, cancellationToken).ConfigureAwait(false);
            Dictionary<string, string> tags = (answer.Tags ?? []).ToDictionary(t => t.Key!, t => t.Value ?? "", StringComparer.Ordinal);
            return tags.TryGetValue(StackTags.Stack, out string? stack) && stack == names.StackName ? StackOptionsTags.Read(tags) : null;
        }
        catch (Exception e) when (e is ResourceNotFoundException or StateMachineDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>The artefacts for the options, each after those that it needs.</summary>
    public IReadOnlyList<StackArtefact> Artefacts(RunJobStackOptions options)
        => RunJobStack.Artefacts(names, options).Select(artefact => artefact.Arn == names.RunJobArn ? Remember(artefact, options) : artefact).ToArray();

    /// <summary>Each artefact with how it compares; asks only.</summary>
    public async Task<IReadOnlyList<(StackArtefact Artefact, RunJobStackState State)>> CompareAsync(RunJobStackOptions options, CancellationToken cancellationToken)
    {
        var result = new List<(StackArtefact, RunJobStackState)>();
        foreach (StackArtefact artefact in Artefacts(options))
        {
            result.Add((artefact, await Deployer(artefact).CompareAsync(artefact, cancellationToken).ConfigureAwait(false)));
        }

        return result;
    }

    /// <summary>The deployer of an artefact.</summary>
    public IArtefactDeployer Deployer(StackArtefact artefact) => _deployers.For(artefact);

    private static StackArtefact Remember(StackArtefact artefact, RunJobStackOptions options)
        => artefact with { Tags = artefact.Tags.Concat(StackOptionsTags.Write(options)).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal) };
}
