using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using JobMgmt.Cmdlets.Common;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>Starts the runtime that the module carries, so that it outlives this session, and waits until it listens.</summary>
internal static class RuntimeLauncher
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// The runtime of the folder: the one that runs, or a new one. Two sessions may come here at once: the folder's lock lets one
    /// runtime in, and both get that one.
    /// </summary>
    public static async Task<JobRuntime> EnsureAsync(RuntimeFolder folder, int port, string? mockConfigFile, CancellationToken cancellationToken)
        => await folder.FindAsync(cancellationToken).ConfigureAwait(false) ?? await StartAsync(folder, port, mockConfigFile, cancellationToken).ConfigureAwait(false);

    private static async Task<JobRuntime> StartAsync(RuntimeFolder folder, int port, string? mockConfigFile, CancellationToken cancellationToken)
    {
        string program = ProgramPath();
        long logged = File.Exists(folder.LogFile) ? new FileInfo(folder.LogFile).Length : 0;
        using Process process = Process.Start(DetachedStart.For(folder, DotnetPath(), program, port.ToString(CultureInfo.InvariantCulture), mockConfigFile))
            ?? throw new CmdletFailure(JobRuntimeErrors.RuntimeNotStarted(folder.Path, "no process was started", null));
        long started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            // Asked before the folder is read: a process that has lost the race has ended, but the winner may listen only now.
            bool ended = process.HasExited;
            JobRuntime? runtime = await folder.FindAsync(cancellationToken).ConfigureAwait(false);
            if (runtime is not null)
            {
                return runtime;
            }

            if (ended && !Said(folder, logged).Contains("in use by"))
            {
                string shell = (await process.StandardError.ReadToEndAsync().ConfigureAwait(false)).Trim();
                throw new CmdletFailure(JobRuntimeErrors.RuntimeNotStarted(folder.Path, $"{shell} {Said(folder, logged)}".Trim(), folder.LogFile));
            }

            await TimeProvider.System.Delay(Step, cancellationToken).ConfigureAwait(false);
        }

        throw new CmdletFailure(JobRuntimeErrors.RuntimeNotStarted(folder.Path, Said(folder, logged), folder.LogFile));
    }

    private static string Said(RuntimeFolder folder, long from)
    {
        try
        {
            using var stream = new FileStream(folder.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(Math.Min(from, stream.Length), SeekOrigin.Begin);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string ProgramPath()
    {
        string bin = Path.GetDirectoryName(typeof(RuntimeLauncher).Assembly.Location)!;
        string path = Path.GetFullPath(Path.Combine(bin, "..", "runtime", "JobMgmt.Runtime.dll"));
        return File.Exists(path) ? path : throw new CmdletFailure(JobRuntimeErrors.RuntimeNotInstalled(path));
    }

    // PowerShell from the .NET tool runs on a dotnet that is certainly there; another PowerShell brings its own runtime and no ASP.NET Core.
    private static string DotnetPath()
    {
        string name = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";
        using Process self = Process.GetCurrentProcess();
        string? host = self.MainModule?.FileName;
        if (host is not null && string.Equals(Path.GetFileName(host), name, StringComparison.OrdinalIgnoreCase))
        {
            return host;
        }

        string root = Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "", name);
        return Path.IsPathRooted(root) && File.Exists(root) ? root : name;
    }
}
