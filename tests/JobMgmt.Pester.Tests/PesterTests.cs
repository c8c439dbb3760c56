namespace JobMgmt.Pester.Tests;

/// <summary>The Pester files, as one more xunit class: each Pester test is a case of its own, by its Pester name.</summary>
public sealed class PesterTests
{
    [PesterFact]
    public void Pester(string file, string name) => throw new InvalidOperationException($"{file}, {name}: a Pester test runs in pwsh; only its result is reported here.");
}
