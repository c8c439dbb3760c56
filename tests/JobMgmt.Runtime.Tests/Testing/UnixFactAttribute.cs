namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A test that runs real processes: skipped on Windows, where the runtime refuses to.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "The local runtime runs processes on Linux and macOS only.";
        }
    }
}
