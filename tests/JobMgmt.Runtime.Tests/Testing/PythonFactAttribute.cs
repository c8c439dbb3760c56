namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A test that runs scripts: skipped where there is no python3, and on Windows, where the runtime refuses to run processes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "The local runtime runs processes on Linux and macOS only.";
        }
        else if (Runtime.Processes.ExecutablePath.Find("python3") is null)
        {
            Skip = "There is no python3 on PATH.";
        }
    }
}
