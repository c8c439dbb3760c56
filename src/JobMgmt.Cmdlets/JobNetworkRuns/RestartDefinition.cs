namespace JobMgmt.Cmdlets.JobNetworkRuns;

/// <summary>On which definition of its network a run is continued.</summary>
public enum RestartDefinition
{
    /// <summary>As the network is now.</summary>
    Current,

    /// <summary>As it was when the run was started.</summary>
    Original,
}
