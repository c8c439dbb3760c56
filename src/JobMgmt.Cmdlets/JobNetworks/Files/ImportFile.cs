using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>A file that an import brings to the target: what stands in it, its network, and the state machine that this one compiles to.</summary>
internal sealed record ImportFile(string Path, NetworkFile Content, JobNetwork Network, StateMachineArtefact Artefact)
{
    /// <summary>The fault with its place in the file.</summary>
    public string Locate(NetworkFault fault) => $"{Path}:{Content.Locate(fault)}";
}
