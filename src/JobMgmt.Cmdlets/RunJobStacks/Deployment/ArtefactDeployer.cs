using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>The typed half of a deployer, and how two contents and two sets of tags are compared.</summary>
internal abstract class ArtefactDeployer<T> : IArtefactDeployer
    where T : StackArtefact
{
    Task<RunJobStackState> IArtefactDeployer.CompareAsync(StackArtefact artefact, CancellationToken cancellationToken) => CompareAsync((T)artefact, cancellationToken);

    Task IArtefactDeployer.CreateAsync(StackArtefact artefact, CancellationToken cancellationToken) => CreateAsync((T)artefact, cancellationToken);

    Task IArtefactDeployer.UpdateAsync(StackArtefact artefact, CancellationToken cancellationToken) => UpdateAsync((T)artefact, cancellationToken);

    Task IArtefactDeployer.DeleteAsync(StackArtefact artefact, CancellationToken cancellationToken) => DeleteAsync((T)artefact, cancellationToken);

    protected abstract Task<RunJobStackState> CompareAsync(T artefact, CancellationToken cancellationToken);

    protected abstract Task CreateAsync(T artefact, CancellationToken cancellationToken);

    protected abstract Task UpdateAsync(T artefact, CancellationToken cancellationToken);

    protected abstract Task DeleteAsync(T artefact, CancellationToken cancellationToken);

    /// <summary>Equal as JSON: spaces and the order of members do not count.</summary>
    protected static bool SameJson(string? there, JsonObject wanted) => there is not null && JsonValue.TryParse(there, out JsonValue? value) && wanted.Equals(value);

    /// <summary>Whether a resource's tags say that it belongs to the artefact's stack.</summary>
    protected static bool IsOurs(StackArtefact artefact, IEnumerable<(string Key, string Value)> tags)
        => artefact.Tags.TryGetValue(StackTags.Stack, out string? stack) && tags.Any(t => t.Key == StackTags.Stack && t.Value == stack);

    /// <summary>Current or different.</summary>
    protected static RunJobStackState Compared(bool same) => same ? RunJobStackState.Current : RunJobStackState.Different;
}
