using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Runs;

/// <summary>Where a network's suspensions are: an item of the stack's table of locks, as the machines read it and the cmdlets write it.</summary>
public static class RunSuspensions
{
    /// <summary>The table's key attribute.</summary>
    public const string KeyName = LockItem.Key;

    /// <summary>The attribute that has the periods, by name.</summary>
    public const string Periods = "Periods";

    /// <summary>Of a period: its begin, UTC in ISO 8601.</summary>
    public const string From = "From";

    /// <summary>Of a period: its end; left out where it has none.</summary>
    public const string Until = "Until";

    /// <summary>Of a period: why.</summary>
    public const string Reason = "Reason";

    /// <summary>Of a period: who has suspended the network.</summary>
    public const string By = "By";

    /// <summary>Of a period: when that was.</summary>
    public const string At = "At";

    /// <summary>The attribute that has the runs that were held and that somebody discarded, by name, with when that was: AWS lists them among those that have succeeded.</summary>
    public const string Discarded = "Discarded";

    /// <summary>The key of a network's item.</summary>
    public static string Key(string network) => SuspensionTable.Key(network);
}
