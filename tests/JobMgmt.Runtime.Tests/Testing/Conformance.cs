using System.IO;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>
/// The recorded cases, which are not part of the repository: found by JOBMGMT_CONFORMANCE, or as <c>shared/conformance</c> beside any
/// folder above the tests.
/// </summary>
internal static class Conformance
{
    public const string SkipReason = "The folder of recorded cases is not here (JOBMGMT_CONFORMANCE, or shared/conformance beside the checkout).";

    /// <summary>The folder, or null.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The JSON files of a part of it; none where it is absent.</summary>
    public static IReadOnlyList<string> Files(string part) => Folder is null
        ? []
        : Directory.GetFiles(Path.Combine(Folder, part), "*.json").Order(StringComparer.Ordinal).ToArray();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("JOBMGMT_CONFORMANCE") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "conformance");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
