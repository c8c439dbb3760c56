using JobMgmt.Cmdlets.JobNetworkTriggers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>One network of an import: what is to be done, and with what.</summary>
/// <param name="Name">The network.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="Differences">In an operator's words.</param>
/// <param name="Path">Its file; null for a removal.</param>
/// <param name="Artefact">What is to be deployed; null for a removal.</param>
/// <param name="Triggers">What is to be done with its triggers; null for a removal.</param>
internal sealed record PlannedNetwork(string Name, JobNetworkAction Action, string[] Differences, string? Path, StateMachineArtefact? Artefact, TriggerPlan? Triggers)
{
    public JobNetworkChange Result(JobNetworkChangeState state) => new() { Name = Name, Action = Action, Differences = Differences, Path = Path, State = state };
}
