using System.ComponentModel;
using System.Diagnostics;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>What Python this machine has.</summary>
internal static class Python
{
    private static readonly Lazy<bool> _boto3 = new(() => Runs("import boto3"));
    private static readonly Lazy<bool> _python3 = new(() => Runs("pass"));

    public static bool IsThere => _python3.Value;

    public static bool HasBoto3 => _boto3.Value;

    private static bool Runs(string statement)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3") { ArgumentList = { "-c", statement }, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
