using System.Diagnostics;
using System.IO;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Aws.Tests.LocalRuntime;

/// <summary>One local runtime in a fresh folder, on any free port, and a session with it as the module makes one.</summary>
public sealed class RuntimeServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobmgmt-aws-");
    private Process? _process;

    public JobMgmtSession Session { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (RuntimeProgram.Path is null)
        {
            return;
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", RuntimeProgram.Path, "--data-path", _folder.FullName, "--port", "0"])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        var errors = _process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        // It prints one line once it listens.
        if (await _process.StandardOutput.ReadLineAsync(limit.Token) is null)
        {
            throw new InvalidOperationException("The local runtime did not start: " + await errors);
        }

        _ = _process.StandardOutput.ReadToEndAsync();
        Session = JobMgmtSession.Local(_folder.FullName);
    }

    public async Task DisposeAsync()
    {
        Session?.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }
}
