namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>How far an import has come with a network.</summary>
public enum JobNetworkChangeState
{
    /// <summary>It would be done (-WhatIf), or was refused at -Confirm.</summary>
    Planned,

    /// <summary>It is done, or nothing was to do.</summary>
    Done,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>It was not tried, because another failed before it.</summary>
    NotTried,
}
