using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Networks.Checks;

/// <summary>A network in YAML that is to be checked: what is wrong with the file itself, and what it compiles to.</summary>
public sealed class NetworkFileCheck
{
    private readonly NetworkFile _file;
    private readonly IReadOnlyList<string> _jobs;

    private NetworkFileCheck(NetworkFile file, string? definition, IReadOnlyList<NetworkFinding> faults)
    {
        _file = file;
        _jobs = file.Network?.Jobs.Select(job => job.Name).ToArray() ?? Array.Empty<string>();
        Definition = definition;
        Faults = faults;
    }

    /// <summary>The network's name; null where it can't be read.</summary>
    public string? Name => _file.Network?.Name;

    /// <summary>The definition that it compiles to; null where the file or the network has faults.</summary>
    public string? Definition { get; }

    /// <summary>What keeps it from being compiled.</summary>
    public IReadOnlyList<NetworkFinding> Faults { get; }

    /// <summary>Reads a file's text.</summary>
    public static NetworkFileCheck Read(string text)
    {
        var file = NetworkFile.ReadYaml(text);
        try
        {
            return file.Network is { } network
                ? new NetworkFileCheck(file, NetworkSimulation.Compile(network), Array.Empty<NetworkFinding>())
                : new NetworkFileCheck(file, null, Findings(file.Faults));
        }
        catch (InvalidNetworkException e)
        {
            return new NetworkFileCheck(file, null, Findings(e.Faults.Select(file.Locate)));
        }
    }

    /// <summary>What was found in the definition, with the place in the file of the job that it is about, else of the list of jobs.</summary>
    public NetworkFinding Locate(NetworkFinding finding)
    {
        var job = _jobs.TakeWhile(name => name != finding.State).Count();
        var place = _file.Locate(new NetworkFault("", job == _jobs.Count ? "Jobs" : FormattableString.Invariant($"Jobs[{job}]"), "", ""));
        return finding with { Line = place.Line, Column = place.Column };
    }

    private static IReadOnlyList<NetworkFinding> Findings(IEnumerable<NetworkFileFault> faults) => faults.Select(fault => new NetworkFinding(
        DiagnosticSeverity.Error, NetworkCodes.NetworkInvalid, null, $"{(fault.Place.Length == 0 ? "" : fault.Place + ": ")}{fault.Message} {fault.Fix}".TrimEnd())
    {
        Line = fault.Line, Column = fault.Column,
    }).ToArray();
}
