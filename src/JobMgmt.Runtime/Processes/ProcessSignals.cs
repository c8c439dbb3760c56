using System.Diagnostics;
using System.Globalization;

namespace JobMgmt.Runtime.Processes;

/// <summary>Signals by process id, with care: an id read from a file may belong to a stranger by now.</summary>
internal sealed class ProcessSignals
{
    /// <summary>Whether the process with that id is the supervisor of that folder: its command line names the folder.</summary>
    public async Task<bool> IsSupervisorAsync(int processId, string folder)
    {
        var id = processId.ToString(CultureInfo.InvariantCulture);
        try
        {
            var commandLine = OperatingSystem.IsLinux()
                ? (await File.ReadAllTextAsync($"/proc/{id}/cmdline")).Replace('\0', ' ')
                : await RunAsync("ps", "-ww", "-o", "command=", "-p", id);
            return commandLine.Contains($" {folder} ", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // ended, or not ours
        }
    }

    /// <summary>Sends a signal to a process, or to a group where the id is negative. One that is gone is no error.</summary>
    public static Task SendAsync(string signal, int processId) =>
        RunAsync("/bin/sh", "-c", "kill \"-$1\" \"$2\" 2>/dev/null", "kill", signal, processId.ToString(CultureInfo.InvariantCulture));

    private static async Task<string> RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
