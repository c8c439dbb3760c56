namespace JobMgmt.Runtime.Store;

/// <summary>How far a Map Run is.</summary>
internal enum MapRunPhase
{
    /// <summary>Its items are being read and staged; no child has started.</summary>
    Reading,

    /// <summary>Its children run.</summary>
    Running,

    /// <summary>Its children are being aborted.</summary>
    Stopping,

    /// <summary>It was redriven: what did not succeed is about to wait for its turn again.</summary>
    Redriving,

    /// <summary>It is over.</summary>
    Ended,
}
