namespace JobMgmt.Networks.Files;

/// <summary>Where the reading of a file is, and the faults that it has found.</summary>
internal sealed class FileScope(List<NetworkFileFault> faults, string place)
{
    internal string Place => place;

    internal FileScope Member(string name) => new(faults, place.Length == 0 ? name : place + "." + name);

    internal FileScope Item(int index) => new(faults, FormattableString.Invariant($"{place}[{index}]"));

    internal void Fault(FileNode node, string message, string fix) => faults.Add(new NetworkFileFault(node.Line, node.Column, place, message, fix));

    /// <summary>Reads a part; a part that can't be used is told, and stands as <paramref name="otherwise"/>.</summary>
    internal T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (FileFaultException e)
        {
            Fault(e.Node, e.Message, e.Fix);
            return otherwise;
        }
    }
}
