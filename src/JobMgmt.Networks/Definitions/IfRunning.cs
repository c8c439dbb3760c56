namespace JobMgmt.Networks.Definitions;

/// <summary>What a run of a network does that begins while another run of the network goes on.</summary>
public enum IfRunning
{
    /// <summary>It runs beside it.</summary>
    Allow,

    /// <summary>It ends at once, without an alert.</summary>
    Skip,

    /// <summary>It waits until those before it have ended.</summary>
    Queue,

    /// <summary>It waits, unless another one waits already: then it ends at once, without an alert.</summary>
    QueueOne,

    /// <summary>It stops those before it, and runs once they have ended.</summary>
    StopOther,
}
