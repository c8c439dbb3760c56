namespace JobMgmt.Aws.Tests.LocalRuntime;

/// <summary>A test against our local runtime, skipped with the reason where it was not built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuntimeFactAttribute : FactAttribute
{
    public RuntimeFactAttribute() => Skip = RuntimeProgram.Path is null ? "The local runtime is not built: dotnet build src/JobMgmt.Runtime" : null;
}
