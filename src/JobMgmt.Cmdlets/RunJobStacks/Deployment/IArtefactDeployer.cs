using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>Brings artefacts of one kind to the target.</summary>
internal interface IArtefactDeployer
{
    /// <summary>How the artefact on the target compares; changes nothing.</summary>
    Task<RunJobStackState> CompareAsync(StackArtefact artefact, CancellationToken cancellationToken);

    /// <summary>Makes one that is missing.</summary>
    Task CreateAsync(StackArtefact artefact, CancellationToken cancellationToken);

    /// <summary>Makes one that differs as it should be.</summary>
    Task UpdateAsync(StackArtefact artefact, CancellationToken cancellationToken);

    /// <summary>Deletes one; one that is gone already is no error.</summary>
    Task DeleteAsync(StackArtefact artefact, CancellationToken cancellationToken);
}
