using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Runs;

/// <summary>Where a network's suspensions are: an item of the stack's table of locks.</summary>
public static class RunSuspensions
{
    /// <summary>The table's key attribute.</summary>
    public const string KeyName = LockTable.Key;

    /// <summary>The attribute that has the periods, by name.</summary>
    public const string Periods = SuspensionTable.Periods;

    /// <summary>The key of a network's item.</summary>
    public static string Key(string network) => SuspensionTable.Key(network);
}
