using System.Runtime.InteropServices;

namespace JobMgmt.Runtime.Processes;

/// <summary>
/// Gives children SIGPIPE's default back. .NET ignores the signal, a child inherits that and no shell can undo it: <c>yes | head -n 1</c> would complain and go on in
/// every job. A handler is not inherited, so there is one, which does nothing; but .NET keeps to "ignored" until that is undone first.
/// </summary>
internal static class BrokenPipeSignal
{
    private const int SigPipe = 13; // on Linux and macOS

    private static readonly Lazy<IDisposable> _handler = new(() =>
    {
        _ = SetSignal(SigPipe, 0);
        return PosixSignalRegistration.Create((PosixSignal)SigPipe, signal => signal.Cancel = true);
    });

    /// <summary>Sets the handler, for as long as this process lives. Not for Windows, which has no such signal.</summary>
    public static void HandleOnce() => _ = _handler.Value;

#pragma warning disable SYSLIB1054 // generated marshalling needs unsafe code in the whole project, for two integers
    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetSignal(int signal, nint handler);
#pragma warning restore SYSLIB1054
}
