namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>A network's time limit, as its definition has it.</summary>
internal static class RunTimeout
{
    /// <summary>Whole seconds, none less than was asked for.</summary>
    public static int? Seconds(TimeSpan? limit) => limit is { } span ? (int)Math.Min(Math.Ceiling(span.TotalSeconds), int.MaxValue) : null;
}
