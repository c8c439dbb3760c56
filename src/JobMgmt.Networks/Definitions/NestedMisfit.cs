namespace JobMgmt.Networks.Definitions;

/// <summary>A job that is a network, and in what it does not fit that one.</summary>
/// <param name="Job">The job.</param>
/// <param name="IsLock">Whether it is about a lock; else about parameters.</param>
/// <param name="Fault">What is wrong, and what to do.</param>
public sealed record NestedMisfit(string Job, bool IsLock, NetworkFault Fault);
