namespace JobMgmt.Cmdlets.JobNetworkCosts;

/// <summary>Which run of a network was measured.</summary>
public enum JobNetworkCostCase
{
    /// <summary>A forecast: every job succeeds.</summary>
    AllSucceed,

    /// <summary>A forecast: the dearest run in which one job fails.</summary>
    WorstFailure,

    /// <summary>A run that was, as its history tells.</summary>
    Run,
}
