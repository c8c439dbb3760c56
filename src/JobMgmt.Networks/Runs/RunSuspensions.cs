using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Runs;

/// <summary>Where a network's suspensions are: an item of the stack's table of locks.</summary>
public static class RunSuspensions
{
    /// <summary>The table's key attribute.</summary>
    public const string KeyName = LockTable.Key;

    /// <summary>The attribute that has the periods, by name.</summary>
    public const string Periods = SuspensionTable.Periods;

    /// <summary>The attribute that has the runs that were held and that somebody discarded, by name, with when that was: AWS lists them among those that have succeeded.</summary>
    public const string Discarded = "Discarded";

    /// <summary>The key of a network's item.</summary>
    public static string Key(string network) => SuspensionTable.Key(network);
}
