namespace JobMgmt.StatesLanguage.Tests;

/// <summary>The folder of cases recorded on AWS: it is not part of the project, so tests that need it are skipped where it is absent.</summary>
internal static class ConformanceFolder
{
    public const string Absent = "The recorded conformance cases are not on this machine (set JOBMGMT_CONFORMANCE to their folder).";

    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("JOBMGMT_CONFORMANCE") is { Length: > 0 } given && Directory.Exists(given))
        {
            return given;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var sibling = System.IO.Path.Combine(at.FullName, "shared", "conformance");
            if (Directory.Exists(sibling))
            {
                return sibling;
            }
        }

        return null;
    }
}
