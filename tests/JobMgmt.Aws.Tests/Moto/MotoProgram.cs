using System.Diagnostics;

namespace JobMgmt.Aws.Tests.Moto;

/// <summary>Whether this machine has a working moto_server.</summary>
public static class MotoProgram
{
    private static readonly Lazy<string?> _reason = new(Probe);

    /// <summary>Why live tests cannot run here; null when they can.</summary>
    public static string? WhyNot => _reason.Value;

    private static string? Probe()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("moto_server", "--help") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
            {
                process.Kill(entireProcessTree: true);
                return "moto_server does not answer on this machine.";
            }

            return process.ExitCode == 0 ? null : "moto_server does not work on this machine.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "moto_server is not on the PATH.";
        }
    }
}
