using JobMgmt.Cmdlets.Common;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Simulation;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>The definition that a file has, or, where it is a network in YAML, compiles to.</summary>
internal static class NetworkDefinition
{
    /// <summary>Whether a file is a network in YAML by its name; any other is a definition in JSON.</summary>
    public static bool IsYaml(string file) =>
        file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file's definition, ready to be walked.</summary>
    /// <exception cref="CmdletFailure">The file can't be read, or has faults.</exception>
    /// <exception cref="InvalidNetworkException">The network has faults.</exception>
    /// <exception cref="SimulationException">It can't be simulated.</exception>
    public static NetworkSimulation Simulation(string file) => IsYaml(file)
        ? NetworkSimulation.Of(Network(file))
        : new NetworkSimulation(DefinitionFile.NetworkName(file), DefinitionFile.Read(file));

    /// <summary>The network of a file in YAML.</summary>
    /// <exception cref="CmdletFailure">It can't be read, or has faults.</exception>
    public static JobNetwork Network(string file)
    {
        NetworkFile read = NetworkSource.Read(file);
        return read.Network ?? throw new CmdletFailure(JobNetworkFileErrors.NetworkFilesInvalid(read.Faults.Select(fault => $"{file}:{fault}").ToArray()));
    }
}
