namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>A lock: who holds it and who waits for it, in the order in which they came.</summary>
public sealed class JobLock
{
    /// <summary>The lock.</summary>
    public required string Name { get; init; }

    /// <summary>How many jobs may hold it at once, as the first of them says; null while it is free: each job says it for itself.</summary>
    public int? Slots { get; init; }

    /// <summary>The jobs that hold it.</summary>
    public required JobLockEntry[] Holders { get; init; }

    /// <summary>The jobs that wait for it; the first gets it next.</summary>
    public required JobLockEntry[] Waiters { get; init; }
}
