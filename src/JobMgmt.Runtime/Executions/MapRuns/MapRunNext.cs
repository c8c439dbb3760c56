namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>What follows a Map Run's turn.</summary>
internal enum MapRunNext
{
    /// <summary>Another turn at once.</summary>
    Again,

    /// <summary>Another when something of it changes.</summary>
    Wait,

    /// <summary>It is over.</summary>
    Retire,
}
