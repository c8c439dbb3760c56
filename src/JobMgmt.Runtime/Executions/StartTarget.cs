using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Executions;

/// <summary>What is started: a state machine with the revision that its ARN, its version or its alias stands for at that time.</summary>
/// <param name="Machine">The machine, with that revision.</param>
/// <param name="Version">The version, where one was named or an alias led to it.</param>
/// <param name="Alias">The alias, where one was named.</param>
internal sealed record StartTarget(StateMachineRecord Machine, long? Version, string? Alias);
