namespace JobMgmt.Pester.Tests;

/// <summary>One test as Pester ended it.</summary>
public sealed record PesterResult(string File, string Name, string Result, string? Skipped, double Seconds, int Line, string? Error);
