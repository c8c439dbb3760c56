namespace JobMgmt.StatesLanguage.Tests;

/// <summary>A theory over recorded cases; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute() => Skip = ConformanceFolder.Path is null ? ConformanceFolder.Absent : null;
}
