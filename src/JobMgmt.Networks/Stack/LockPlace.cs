using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Stack;

/// <summary>A place in a lock's item, as the run has it that takes it.</summary>
/// <param name="Lock">The lock.</param>
/// <param name="Network">The run's network.</param>
/// <param name="Job">The job that it is for; empty where it is for the whole run.</param>
/// <param name="Slots">How many may hold the lock at once.</param>
/// <param name="Number">The job's number from 1; 0 where it is for the whole run.</param>
internal sealed record LockPlace(string Lock, string Network, string Job, int Slots, int Number)
{
    // No job's lock begins like this: LockRules.
    private const string NetworkLead = "network#";

    /// <summary>The place of a run itself.</summary>
    internal static LockPlace OfRun(string network) => new(NetworkLead + network, network, "", 1, 0);

    /// <summary>Whether a lock's name is kept for what is no job's.</summary>
    internal static bool IsReserved(string name) =>
        name.StartsWith(NetworkLead, StringComparison.Ordinal) || name.StartsWith(SuspensionTable.KeyLead, StringComparison.Ordinal);

    /// <summary>The lock as a constant of a state.</summary>
    internal string Key => JsonataText.Constant(Lock);

    /// <summary>The place's name: the execution and the number.</summary>
    internal string Id => JsonataText.Expression(string.Format(System.Globalization.CultureInfo.InvariantCulture, "$states.context.Execution.Id & \"#{0}\"", Number));
}
