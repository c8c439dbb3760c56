namespace JobMgmt.Networks.Files;

/// <summary>A value of a file can't be used; the member that it is for is left out and the reading goes on.</summary>
internal sealed class FileFaultException : Exception
{
    internal FileFaultException(FileNode node, string message, string fix)
        : base(message)
    {
        Node = node;
        Fix = fix;
    }

    internal FileNode Node { get; }

    internal string Fix { get; }
}
