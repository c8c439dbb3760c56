using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobAlertChannels;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>Reads an import's files, without the target: what is wrong in any of them is gathered, so that all of it can be told at once.</summary>
internal sealed class ImportFileReader(RunJobStackNames names, RunJobStackOptions options)
{
    /// <summary>What is wrong, each with its place.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What files have that the import can't bring to the target.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The files that can be brought, in the order in which they have to be: a network before those that start it.</summary>
    public IReadOnlyList<ImportFile> Read(IReadOnlyList<string> paths)
    {
        var read = new List<ImportFile>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (ReadContent(path) is not { Network: { } network } content)
            {
                continue;
            }

            if (seen.TryGetValue(network.Name, out string? first))
            {
                Faults.Add($"{path}: the network '{network.Name}' is already that of {first}. Keep one of the two files, or give one network another name.");
                continue;
            }

            seen.Add(network.Name, path);
            if (content.LostStates.Count > 0)
            {
                Warnings.Add($"'{path}' has more than a job network says: {LostStates.Words(content.LostStates)}. What is imported are its jobs and their order; deploy the file with another tool to keep all of it.");
            }

            foreach (string channel in network.AlertChannels().Except(options.AllChannels(), StringComparer.Ordinal))
            {
                Faults.Add($"{path}: {JobAlertChannelErrors.UnknownChannel(channel, options.AllChannels()).Exception.Message}");
            }

            try
            {
                read.Add(new ImportFile(path, content, network, NetworkCompiler.Artefact(network, names, options)));
            }
            catch (InvalidNetworkException e)
            {
                Faults.AddRange(e.Faults.Select(fault => $"{path}:{content.Locate(fault)}"));
            }
        }

        return Ordered(read);
    }

    private NetworkFile? ReadContent(string path)
    {
        try
        {
            NetworkFile content = NetworkSource.Read(path);
            Faults.AddRange(content.Faults.Select(fault => $"{path}:{fault}"));
            return content;
        }
        catch (CmdletFailure failure)
        {
            Faults.Add(failure.Message);
            return null;
        }
    }

    private IReadOnlyList<ImportFile> Ordered(List<ImportFile> read)
    {
        IReadOnlyList<int>? order = NetworkUses.Order(names, read.Select(file => (file.Network.Name, file.Artefact.Definition)).ToArray(), out IReadOnlyList<string> circle);
        if (order is null)
        {
            Faults.Add($"The networks start each other in a circle: {string.Join(" starts ", circle.Select(name => $"'{name}'"))}. Take one of these jobs away.");
        }

        return order?.Select(i => read[i]).ToArray() ?? [];
    }
}
