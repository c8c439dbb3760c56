namespace JobMgmt.Networks.Definitions;

/// <summary>What of a job's output is told to its network, and so is in histories.</summary>
public enum JobOutput
{
    /// <summary>Nothing; it is in the job's log alone.</summary>
    None,

    /// <summary>The last line that is not blank.</summary>
    LastLine,

    /// <summary>The JSON that the whole of it is, or its last line. It fails the job where neither is JSON.</summary>
    Json,
}
