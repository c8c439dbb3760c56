using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using JobMgmt.Networks.Checks;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Asks a shell of this machine whether it understands a script (<c>sh -n</c>, which runs nothing). The script goes through stdin; no file is made.</summary>
internal static class ShellSyntax
{
    private static readonly string[] _shells = ["sh", "bash", "dash", "ksh", "ash", "zsh"];

    // dash: "sh: 3: Syntax error: ..."; bash: "sh: line 3: syntax error ..."; zsh: "zsh: parse error near ..."
    private static readonly Regex _said = new(@"^[^:]*:\s*(?:(?:line\s+)?(?<line>\d+):\s*)?(?<text>.*)$", RegexOptions.CultureInvariant);

    /// <summary>Whether a script is a shell's at all, and not Python's or another's.</summary>
    public static bool IsShell(JobScript script) => _shells.Contains(script.Interpreter);

    /// <summary>What the shell says is wrong; null where nothing is.</summary>
    /// <exception cref="Win32Exception">There is no such shell here.</exception>
    public static async Task<NetworkFinding?> CheckAsync(JobScript script, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find(script.Interpreter), "-n")
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("ENV");
        start.Environment.Remove("BASH_ENV");
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => ended.TrySetResult(process.ExitCode);
        process.Start();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken));
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            await SendAsync(process, script, cancellationToken).ConfigureAwait(false);
            int code = await ended.Task.ConfigureAwait(false);
            string said = await errors.ConfigureAwait(false);
            await output.ConfigureAwait(false);
            return code == 0 ? null : Read(script, said, code);
        }
        finally
        {
            Kill(process);
        }
    }

    // From PATH alone: left to itself, .NET would look in the current folder first, and there may be somebody else's program.
    private static string Find(string shell)
    {
        string suffix = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? ".exe" : "";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0 && Path.IsPathRooted(folder))
            .Select(folder => Path.Combine(folder, shell + suffix))
            .FirstOrDefault(File.Exists) ?? throw new Win32Exception(2);
    }

    private static async Task SendAsync(Process process, JobScript script, CancellationToken cancellationToken)
    {
        byte[] text = new UTF8Encoding(false).GetBytes(string.Join("\n", script.Lines) + "\n");
        try
        {
            using Stream stream = process.StandardInput.BaseStream;
            await stream.WriteAsync(text, 0, text.Length, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The shell has seen enough and ended.
        }
    }

    private static NetworkFinding Read(JobScript script, string said, int code)
    {
        string first = said.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) ?? string.Format(CultureInfo.InvariantCulture, "exit code {0}", code);
        Match match = _said.Match(first.TrimEnd());
        return match.Success
            ? script.Finding(int.TryParse(match.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? line : null, match.Groups["text"].Value)
            : script.Finding(null, first);
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
        }
    }
}
