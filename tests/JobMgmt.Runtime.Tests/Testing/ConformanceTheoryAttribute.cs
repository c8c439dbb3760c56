namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A theory over recorded cases; skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute() => Skip = Conformance.Folder is null ? Conformance.SkipReason : null;
}
