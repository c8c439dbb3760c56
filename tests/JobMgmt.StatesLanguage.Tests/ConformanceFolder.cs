using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.StatesLanguage.Tests;

/// <summary>The folder of cases recorded on AWS: it is not part of the project, so tests that need it are skipped where it is absent.</summary>
internal static class ConformanceFolder
{
    public const string Absent = "The folder of recorded cases is not here (shared/conformance beside the checkout, or where JOBMGMT_SHARED points).";

    public static string? Path { get; } = SharedFolder.Find("conformance");
}
