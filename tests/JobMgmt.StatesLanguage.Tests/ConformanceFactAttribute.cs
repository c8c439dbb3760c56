namespace JobMgmt.StatesLanguage.Tests;

/// <summary>A fact about recorded cases; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute() => Skip = ConformanceFolder.Path is null ? ConformanceFolder.Absent : null;
}
