namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>
/// The recorded cases, which are not part of the repository.
/// </summary>
internal static class Conformance
{
    public const string SkipReason = "The folder of recorded cases is not here (shared/conformance beside the checkout, or where JOBMGMT_SHARED points).";

    /// <summary>The folder, or null.</summary>
    public static string? Folder { get; } = SharedFolder.Find("conformance");

    /// <summary>The JSON files of a part of it; none where it is absent.</summary>
    public static IReadOnlyList<string> Files(string part) => Folder is null
        ? []
        : Directory.GetFiles(Path.Combine(Folder, part), "*.json").Order(StringComparer.Ordinal).ToArray();
}
