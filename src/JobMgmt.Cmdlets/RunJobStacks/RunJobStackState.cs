namespace JobMgmt.Cmdlets.RunJobStacks;

/// <summary>How an artefact on the target compares with what it should be.</summary>
public enum RunJobStackState
{
    /// <summary>As it should be.</summary>
    Current,

    /// <summary>It differs: another version, or somebody changed it.</summary>
    Different,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>There is one of that name, which JobMgmt, or this stack, did not make.</summary>
    Foreign,
}
