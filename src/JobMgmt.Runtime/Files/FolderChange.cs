namespace JobMgmt.Runtime.Files;

/// <summary>What a look at a folder has found, to be stored and told in one transaction.</summary>
/// <param name="Arrived">Files that are complete.</param>
/// <param name="Moved">Files that were told under another name below the same folder; they are not told again.</param>
/// <param name="Left">Files that are gone.</param>
internal sealed record FolderChange(
    IReadOnlyList<(string Name, FileIdentity Identity)> Arrived, IReadOnlyList<(string Name, KnownFile File)> Moved, IReadOnlyList<string> Left)
{
    public bool IsEmpty => Arrived.Count == 0 && Moved.Count == 0 && Left.Count == 0;
}
