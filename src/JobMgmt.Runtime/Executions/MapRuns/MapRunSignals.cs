namespace JobMgmt.Runtime.Executions.MapRuns;

/// <summary>Tells Map Runs, once it is committed, that something of them has changed. Those who tell it need not know who runs them.</summary>
internal sealed class MapRunSignals
{
    /// <summary>Told a Map Run's key.</summary>
    public Action<long> Wake { get; set; } = _ => { };
}
