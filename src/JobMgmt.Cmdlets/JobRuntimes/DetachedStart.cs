using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace JobMgmt.Cmdlets.JobRuntimes;

/// <summary>
/// How to start a process that belongs to no terminal: closing the window, or Ctrl-C in it, must not reach the runtime, and the
/// runtime must not hold the session's standard output open (a pipe behind the session would never see its end). Standard error is
/// ours until the shell has redirected it: what it says of the folder arrives there.
/// </summary>
internal static class DetachedStart
{
    // $0 data folder, $1 dotnet, then the runtime's arguments. The folder is the owner's alone before anything is written to it;
    // the umask is not passed on, as jobs inherit it. setsid (util-linux) gives a session of its own; macOS lacks it, nohup must do.
    private const string Shell =
        "(umask 077; mkdir -p \"$0\") && cd \"$0\" && exec </dev/null >>runtime.log 2>&1 "
        + "&& if command -v setsid >/dev/null; then exec setsid \"$@\"; else exec nohup \"$@\"; fi";

    public static ProcessStartInfo For(RuntimeFolder folder, string dotnet, string program, string port, string? mockConfigFile)
    {
        string[] mocks = mockConfigFile is null ? [] : ["--mock-config", mockConfigFile];
        string[] command = [dotnet, program, "--data-path", folder.Path, "--port", port, .. mocks];
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return new ProcessStartInfo("/bin/sh", Join(["-c", Shell, folder.Path, .. command])) { UseShellExecute = false, RedirectStandardError = true };
        }

        System.IO.Directory.CreateDirectory(folder.Path);
        return new ProcessStartInfo("cmd.exe", $"/d /s /c \"{Join(command)} <nul >>{Quote(folder.LogFile)} 2>&1\"")
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = folder.Path,
        };
    }

    private static string Join(IEnumerable<string> arguments) => string.Join(" ", arguments.Select(Quote));

    // The rules by which .NET on Unix and the C run time on Windows take a command line apart: a backslash counts only before a quote.
    private static string Quote(string argument)
    {
        var text = new StringBuilder("\"");
        int backslashes = 0;
        foreach (char c in argument)
        {
            if (c == '"')
            {
                text.Append('\\', backslashes + 1);
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
            text.Append(c);
        }

        return text.Append('\\', backslashes).Append('"').ToString();
    }
}
