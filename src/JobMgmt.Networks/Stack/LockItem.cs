namespace JobMgmt.Networks.Stack;

/// <summary>
/// The item of a lock, as the machines write it and the cmdlets read it: <see cref="Entries"/>, <see cref="Places"/> and <see cref="Tokens"/> are maps by the name of a place. What the machines do
/// with it is in <c>LockTable</c>.
/// </summary>
public static class LockItem
{
    /// <summary>The table's key attribute: the lock's name.</summary>
    public const string Key = "Lock";

    /// <summary>Who holds the lock or waits for it.</summary>
    public const string Entries = "Entries";

    /// <summary>The number of each in the order of arrival.</summary>
    public const string Places = "Places";

    /// <summary>The task tokens of those who had to wait.</summary>
    public const string Tokens = "Tokens";

    /// <summary>How many have come so far.</summary>
    public const string Arrivals = "Arrivals";

    /// <summary>Of an entry: the execution.</summary>
    public const string Execution = "Execution";

    /// <summary>Of an entry: the network.</summary>
    public const string Network = "Network";

    /// <summary>Of an entry: the job; empty where a run itself has it.</summary>
    public const string Job = "Job";

    /// <summary>Of an entry: how many may hold the lock beside it, itself included.</summary>
    public const string Slots = "Slots";

    /// <summary>Of an entry: since when.</summary>
    public const string Since = "Since";

    /// <summary>The update that takes the entry <c>#id</c> away.</summary>
    public const string RemoveEntry = $"REMOVE {Entries}.#id, {Places}.#id, {Tokens}.#id";
}
