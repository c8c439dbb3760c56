using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>Asks a runtime process to end.</summary>
internal static class RuntimeSignal
{
    private const int Sigterm = 15;

    /// <summary>
    /// SIGTERM, where there are signals. Windows has none for a process without a console: there it is ended, which the store survives,
    /// as every step is committed before it shows.
    /// </summary>
    public static void Terminate(int processId)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            _ = Kill(processId, Sigterm);
            return;
        }

        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    /// <summary>Whether the process has ended; waits for it up to <paramref name="patience"/>.</summary>
    public static async Task<bool> EndedAsync(int processId, TimeSpan patience, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        try
        {
            using var process = Process.GetProcessById(processId);
            while (!process.HasExited)
            {
                if (TimeProvider.System.GetElapsedTime(started) > patience)
                {
                    return false;
                }

                await TimeProvider.System.Delay(TimeSpan.FromMilliseconds(20), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Gone already.
        }

        return true;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
