using System.Diagnostics;
using System.Globalization;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Processes;
using JobMgmt.Runtime.Tests.Testing;

namespace JobMgmt.Runtime.Tests.Processes;

public sealed class ProcessSupervisorTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("jobmgmt-process-").FullName;
    private readonly DataFolder _data;
    private ProcessSupervisor _supervisor;

    public ProcessSupervisorTests()
    {
        _data = DataFolder.Take(Path.Combine(_root, "data folder"));
        _supervisor = NewSupervisor();
    }

    [UnixFact]
    public async Task Completion_HasCodeAndOutput_WhenTheProcessExits()
    {
        var process = await _supervisor.StartOrAttachAsync(Shell("echo \"out $WHO\"; echo err >&2; exit 3"));

        Assert.Equal(new ProcessExit(ProcessOutcome.Exited, 3), await process.Completion);
        Assert.Equal("out me\n", await File.ReadAllTextAsync(process.StdoutPath));
        Assert.Equal("err\n", await File.ReadAllTextAsync(process.StderrPath));
    }

    [UnixFact]
    public async Task StartOrAttach_StartsOnce_WhenAskedByManyRuntimesAtOnce()
    {
        var supervisors = Enumerable.Range(0, 8).Select(_ => NewSupervisor()).ToArray();

        var processes = await Task.WhenAll(supervisors.Select(one => Task.Run(() => one.StartOrAttachAsync(Shell("echo x >>starts; exit 5")))));
        var exits = await Task.WhenAll(processes.Select(one => one.Completion));

        Assert.All(exits, exit => Assert.Equal(new ProcessExit(ProcessOutcome.Exited, 5), exit));
        Assert.Equal("x\n", await File.ReadAllTextAsync(Path.Combine(_root, "process", "starts")));
        Array.ForEach(supervisors, one => one.Dispose());
    }

    [UnixFact]
    public async Task StartOrAttach_FindsTheProcess_WhenTheRuntimeIsAnother()
    {
        var first = await _supervisor.StartOrAttachAsync(Shell("echo x >>starts; while [ ! -e go ]; do sleep 0.01; done; exit 4"));
        await Eventually.IsTrueAsync(() => HasContent("starts"));
        Restart();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Completion);

        var second = await _supervisor.StartOrAttachAsync(Shell("exit 99"));
        Assert.False(second.Completion.IsCompleted);
        await File.WriteAllTextAsync(InFolder("go"), "");

        Assert.Equal(new ProcessExit(ProcessOutcome.Exited, 4), await second.Completion);
        Assert.Equal("x\n", await File.ReadAllTextAsync(InFolder("starts")));
        Restart();
        var third = await _supervisor.StartOrAttachAsync(Shell("exit 98"));
        Assert.Equal(new ProcessExit(ProcessOutcome.Exited, 4), await third.Completion);
    }

    [UnixFact]
    public async Task Timeout_KillsTheWholeGroup_EvenWithoutTheRuntime()
    {
        await _supervisor.StartOrAttachAsync(Shell("sh -c 'echo $$ >child; exec sleep 600' & wait") with { Timeout = TimeSpan.FromSeconds(1) });
        _supervisor.Dispose();

        await Eventually.IsTrueAsync(() => File.Exists(InFolder("exit")));

        _supervisor = NewSupervisor();
        var process = await _supervisor.StartOrAttachAsync(Shell("exit 99"));
        Assert.Equal(new ProcessExit(ProcessOutcome.TimedOut, 137), await process.Completion);
        await Eventually.IsTrueAsync(() => !HasContent("child") || !IsAlive(InFolder("child"))); // on a busy machine a second may be over before the child has told its id
    }

    [UnixFact]
    public async Task Kill_EndsTheWholeGroup()
    {
        var process = await _supervisor.StartOrAttachAsync(Shell("trap '' TERM INT; sh -c 'echo $$ >child; exec sleep 600' & wait; sleep 600"));
        await Eventually.IsTrueAsync(() => HasContent("child"));

        await process.KillAsync();

        Assert.Equal(new ProcessExit(ProcessOutcome.Cancelled, 137), await process.Completion);
        await Eventually.IsTrueAsync(() => !IsAlive(InFolder("child")));
    }

    [UnixFact]
    public async Task StartOrAttach_StartsNothing_WhenItWasCancelledBefore()
    {
        Directory.CreateDirectory(InFolder(""));
        await File.WriteAllTextAsync(InFolder("cancel"), "");

        var process = await _supervisor.StartOrAttachAsync(Shell("echo x >starts"));

        Assert.Equal(ProcessOutcome.Cancelled, (await process.Completion).Outcome);
        Assert.False(File.Exists(InFolder("starts")));
    }

    [UnixFact]
    public async Task Completion_IsLost_WhenTheSupervisorIsKilled()
    {
        var process = await _supervisor.StartOrAttachAsync(Shell("echo $$ >child; exec sleep 600"));
        await Eventually.IsTrueAsync(() => HasContent("child") && HasContent("job")); // the supervisor tells the job's id after it has started it

        using (var supervisor = Process.GetProcessById(new SupervisionFolder(InFolder("")).Supervisor!.Value))
        {
            supervisor.Kill();
        }

        Assert.Equal(ProcessExit.Lost, await process.Completion);
        await Eventually.IsTrueAsync(() => !IsAlive(InFolder("child")));
    }

    [UnixFact]
    public async Task StartOrAttach_SaysLost_WhenTheMachineWentDown()
    {
        Directory.CreateDirectory(InFolder(""));
        await File.WriteAllTextAsync(InFolder("claim"), "1\n"); // a stranger's process id now

        var process = await _supervisor.StartOrAttachAsync(Shell("echo x >starts"));

        Assert.Equal(ProcessExit.Lost, await process.Completion);
        Assert.False(File.Exists(InFolder("starts")));
    }

    [UnixFact]
    public async Task StartOrAttach_Refuses_WhenTheWorkingDirectoryIsMissing() =>
        await Assert.ThrowsAsync<ProcessStartException>(() => _supervisor.StartOrAttachAsync(Shell("true") with { WorkingDirectory = "/no/such/folder" }));

    [UnixFact]
    public async Task Process_HasDefaultSignalsAndNoInput()
    {
        var process = await _supervisor.StartOrAttachAsync(Shell("yes | head -n 1; cat; for s in PIPE INT QUIT; do (kill -$s $(exec sh -c 'echo $PPID')) || echo $s; done"));

        Assert.Equal(new ProcessExit(ProcessOutcome.Exited, 0), await process.Completion);
        Assert.Equal("y\nPIPE\nINT\nQUIT\n", await File.ReadAllTextAsync(process.StdoutPath));
    }

    public void Dispose()
    {
        _supervisor.Dispose();
        _data.Dispose();
        ScratchFolder.Delete(_root);
    }

    private static bool IsAlive(string pidFile)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(File.ReadAllText(pidFile), NumberStyles.AllowTrailingWhite));
            return !process.HasExited && !File.ReadAllText($"/proc/{process.Id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is ArgumentException or IOException)
        {
            return false;
        }
    }

    private bool HasContent(string name) => File.Exists(InFolder(name)) && new FileInfo(InFolder(name)).Length > 0;

    private void Restart()
    {
        _supervisor.Dispose();
        _supervisor = NewSupervisor();
    }

    private ProcessSupervisor NewSupervisor() => new(new SupervisorScript(_data), new ProcessSignals());

    private string InFolder(string name) => Path.Combine(_root, "process", name);

    private ProcessSpec Shell(string script) => new()
    {
        Folder = Path.Combine(_root, "process"),
        FileName = "sh",
        Arguments = ["-c", script],
        Environment = new Dictionary<string, string?> { ["WHO"] = "me" },
    };
}
