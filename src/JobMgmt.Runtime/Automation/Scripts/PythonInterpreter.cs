using System.Diagnostics;
using JobMgmt.Runtime.Processes;

namespace JobMgmt.Runtime.Automation.Scripts;

/// <summary>
/// The <c>python3</c> on PATH, asked once where it really is: version managers put a slow shim there. Documents name a runtime (<c>python3.11</c>); whichever Python 3
/// is installed runs it.
/// </summary>
internal sealed class PythonInterpreter
{
    public const string Missing = "No python3 is on the PATH of the local runtime. Install Python 3.6 or later, or start the runtime with it on PATH";

    private string? _path;

    /// <summary>The interpreter's path, or null where there is none. Steps that begin at the same moment may ask twice; that does no harm.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken) =>
        _path ??= ExecutablePath.Find("python3") is { } found ? await RealPathAsync(found, cancellationToken) : null;

    private static async Task<string?> RealPathAsync(string found, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(found, ["-c", "import sys; print(sys.executable)"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        if (process is null)
        {
            return null;
        }

        var path = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await errors;
        return process.ExitCode == 0 && File.Exists((await path).Trim()) ? (await path).Trim() : null;
    }
}
