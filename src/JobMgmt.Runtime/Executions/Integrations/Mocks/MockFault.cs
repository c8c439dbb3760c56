namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>What is wrong with a mock file.</summary>
/// <param name="Pointer">The place: a JSON pointer; empty for the whole file.</param>
/// <param name="Message">What is wrong, and how it is mended.</param>
internal sealed record MockFault(string Pointer, string Message)
{
    /// <summary>The pointer to a member of the value that another one points to.</summary>
    public static string Member(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
