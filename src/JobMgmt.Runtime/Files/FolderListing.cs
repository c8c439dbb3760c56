namespace JobMgmt.Runtime.Files;

/// <summary>The files below a folder, at one moment.</summary>
internal sealed class FolderListing
{
    private static readonly EnumerationOptions _options = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
    private readonly List<string> _unreadable = [];

    /// <summary>By their names below the folder, with slashes.</summary>
    public Dictionary<string, FileIdentity> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The folders that can't be read, and why.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Lists a folder, or a part of it. Links are not followed.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="part">Below it; empty for all of it.</param>
    public static FolderListing Of(string path, string part = "")
    {
        var listing = new FolderListing();
        listing.Add(path, part);
        return listing;
    }

    /// <summary>Whether a file that is not in the listing is not there either: what lies in a folder that can't be read may be.</summary>
    public bool Misses(string name) => !Files.ContainsKey(name) && !_unreadable.Exists(part => part.Length == 0 || name.StartsWith(part + '/', StringComparison.Ordinal));

    private void Add(string path, string part)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(path, part)).EnumerateFileSystemInfos("*", _options))
            {
                var name = part.Length == 0 ? entry.Name : $"{part}/{entry.Name}";
                if (entry is DirectoryInfo)
                {
                    Add(path, name);
                }
                else if (FileIdentity.Of(entry.FullName) is { } identity)
                {
                    Files[name] = identity;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            _unreadable.Add(part);
            if (error is not DirectoryNotFoundException)
            {
                Faults.Add(error.Message);
            }
        }
    }
}
