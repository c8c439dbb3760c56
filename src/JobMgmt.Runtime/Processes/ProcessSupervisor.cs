using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace JobMgmt.Runtime.Processes;

/// <summary>
/// Supervises processes by <c>supervise.sh</c>. The script claims the folder, so starting twice is harmless; the runtime waits for the script where it is its parent
/// and looks into the folder where it is not. Processes live in real time, whatever clock the runtime is given.
/// </summary>
internal sealed class ProcessSupervisor(SupervisorScript script, ProcessSignals signals) : IProcessSupervisor, IDisposable
{
    private const int FolderTaken = 75;
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(25);
    private readonly ConcurrentDictionary<string, SupervisedProcess> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _starting = new(1);
    private readonly CancellationTokenSource _stop = new();
    public async Task<ISupervisedProcess> StartOrAttachAsync(ProcessSpec spec, CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new ProcessStartException("The local runtime runs processes on Linux and macOS only. On Windows, start it in WSL.");
        }

        BrokenPipeSignal.HandleOnce();
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_known.TryGetValue(spec.Folder, out var known))
            {
                return known;
            }

            CreatePrivate(spec.Folder);
            var folder = new SupervisionFolder(spec.Folder);
            var completion = folder.ReadExit() is { } exit ? Task.FromResult(exit) : folder.IsClaimed ? WatchAsync(folder) : Start(spec, folder);
            var process = new SupervisedProcess(folder, signals, completion);
            if (!completion.IsCompleted)
            {
                _known[spec.Folder] = process;
                _ = completion.ContinueWith(_ => _known.TryRemove(spec.Folder, out var _), TaskScheduler.Default);
            }

            if (folder.IsCancelAsked)
            {
                await process.KillAsync(); // asked for in an earlier life, perhaps not carried out
            }

            return process;
        }
        finally
        {
            _starting.Release();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _starting.Dispose();
    }

    private Task<ProcessExit> Start(ProcessSpec spec, SupervisionFolder folder)
    {
        var seconds = spec.Timeout == Timeout.InfiniteTimeSpan ? 0 : (long)Math.Ceiling(spec.Timeout.TotalSeconds);
        var command = script.Command([spec.Folder, seconds.ToString(CultureInfo.InvariantCulture), spec.FileName, .. spec.Arguments]);
        var info = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = spec.WorkingDirectory ?? spec.Folder };
        if (spec.WorkingDirectory == spec.OwnWorkingDirectory)
        {
            CreatePrivate(spec.OwnWorkingDirectory);
        }

        foreach (var (name, value) in spec.Environment)
        {
            info.Environment[name] = value;
        }

        foreach (var (name, content) in spec.Files)
        {
            WriteExecutable(Path.Combine(spec.Folder, name), content);
        }

        try
        {
            return WaitAsync(Process.Start(info)!, folder);
        }
        catch (Exception error) when (error is Win32Exception or DirectoryNotFoundException)
        {
            throw new ProcessStartException($"'{spec.FileName}' can't be started in '{info.WorkingDirectory}': {error.Message}", error);
        }
    }

    /// <summary>The folder holds what the process writes: for the owner alone.</summary>
    private static void CreatePrivate(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void WriteExecutable(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        using (var writer = new StreamWriter(path + ".new", options)) // UTF-8 without a mark
        {
            writer.Write(content);
        }

        File.Move(path + ".new", path, overwrite: true); // a process of an earlier life may be about to read it
    }

    /// <summary>Waits as the supervisor's parent.</summary>
    private async Task<ProcessExit> WaitAsync(Process supervisor, SupervisionFolder folder)
    {
        using (supervisor)
        {
            await supervisor.WaitForExitAsync(_stop.Token);
            if (folder.ReadExit() is { } exit)
            {
                return exit;
            }

            if (supervisor.ExitCode == FolderTaken && folder.IsClaimed)
            {
                return await WatchAsync(folder); // an earlier life's supervisor was first
            }
        }

        if (!folder.IsClaimed)
        {
            throw new ProcessStartException($"The supervisor could not take the folder '{folder.Path}': {folder.ReadSupervisorLog()}");
        }

        if (folder.Job is { } job)
        {
            await ProcessSignals.SendAsync("KILL", -job); // its supervisor was killed a moment ago: nobody would end it in time
        }

        return ProcessExit.Lost;
    }

    /// <summary>Waits where another process is the parent: looks for the exit, and for the supervisor as long as there is none.</summary>
    private async Task<ProcessExit> WatchAsync(SupervisionFolder folder)
    {
        using var timer = new PeriodicTimer(_pollInterval, TimeProvider.System);
        for (var looks = 1; await timer.WaitForNextTickAsync(_stop.Token); looks++)
        {
            if (folder.ReadExit() is { } exit)
            {
                return exit;
            }

            // once a second only, and a claim without its number is given as long: that is costlier than a look for a file
            if (looks % 40 == 0 && !(folder.Supervisor is { } id && await signals.IsSupervisorAsync(id, folder.Path)))
            {
                return folder.ReadExit() ?? ProcessExit.Lost;
            }
        }

        return ProcessExit.Lost;
    }
}
