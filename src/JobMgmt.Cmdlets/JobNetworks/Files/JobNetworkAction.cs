namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>What an import does to a network.</summary>
public enum JobNetworkAction
{
    /// <summary>It is as its file says.</summary>
    Same,

    /// <summary>There is none yet.</summary>
    Create,

    /// <summary>It differs from its file.</summary>
    Change,

    /// <summary>It has no file.</summary>
    Remove,
}
