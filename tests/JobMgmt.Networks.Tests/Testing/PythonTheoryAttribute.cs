using System.Diagnostics;

namespace JobMgmt.Networks.Tests.Testing;

/// <summary>A theory of a script in Python; skipped where there is no python3.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonTheoryAttribute : TheoryAttribute
{
    private static readonly bool _hasPython = HasPython();

    public PythonTheoryAttribute() => Skip = _hasPython ? null : "There is no python3 on this machine.";

    private static bool HasPython()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", "--version") { RedirectStandardOutput = true })!;
            return python.WaitForExit(30_000) && python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
