using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Parameters;
using JobMgmt.Runtime.Processes;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Commands;

/// <summary>
/// One command on one worker, from wherever the store says it stands to its end: waits for the worker, starts the script or attaches to it, passes its output on while
/// it runs, and writes the end down. Whatever moment the runtime is killed at, the next run of it goes on.
/// </summary>
internal sealed class InvocationRun(
    Database database, CommandJournal journal, OutputUpload upload, IProcessSupervisor supervisor, WorkerSignal workers, DataFolder data, RuntimeIdentity identity,
    ParameterReaderScript reader, TimeProvider time)
{
    private const int MostStdout = 24_000; // GetCommandInvocation's
    private const int MostStderr = 8_000;
    private static readonly TimeSpan _tailInterval = TimeSpan.FromMilliseconds(250); // of real processes, so of real time

    /// <summary>Runs it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="invocationId">The invocation; not ended.</param>
    /// <param name="cancelled">Ends when somebody wants it cancelled.</param>
    /// <param name="stop">The runtime lets go of it.</param>
    public async Task RunAsync(CommandRecord command, long invocationId, Task cancelled, CancellationToken stop)
    {
        var invocation = Read(invocationId);
        if (invocation.Status == CommandStatus.Pending && await DeliverAsync(command, invocation, cancelled, stop) is { } undelivered)
        {
            await EndAsync(command, invocation, undelivered, "", "");
            return;
        }

        if (await database.WriteAsync(store => journal.Begin(store, command, invocationId)))
        {
            await ExecuteAsync(command, Read(invocationId), cancelled, stop);
        }
    }

    /// <summary>Writes an end down that needs no process.</summary>
    public Task EndAsync(CommandRecord command, CommandInvocationRecord invocation, InvocationEnd end, string stdout, string stderr) =>
        database.WriteAsync(store => journal.End(store, command, end.On(invocation, stdout, stderr)));

    /// <summary>Waits until the worker is online; an end where that will not be.</summary>
    private async Task<InvocationEnd?> DeliverAsync(CommandRecord command, CommandInvocationRecord invocation, Task cancelled, CancellationToken stop)
    {
        while (true)
        {
            var change = workers.Change;
            switch (database.Read(store => InstanceStore.Find(store, invocation.InstanceId)))
            {
                case null or { State: InstanceRecord.Terminated }:
                    return InvocationEnd.Undeliverable;
                case { IsOnline: true }:
                    return null;
            }

            var left = command.DeliverUntil - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return InvocationEnd.DeliveryTimedOut;
            }

            using var awake = CancellationTokenSource.CreateLinkedTokenSource(stop);
            await Task.WhenAny(change, cancelled, Task.Delay(left, time, awake.Token));
            await awake.CancelAsync();
            stop.ThrowIfCancellationRequested();
            if (cancelled.IsCompleted)
            {
                return null; // its end is in the store already: there is nothing to begin
            }
        }
    }

    private async Task ExecuteAsync(CommandRecord command, CommandInvocationRecord invocation, Task cancelled, CancellationToken stop)
    {
        var folder = CommandFolder.Of(data, command.CommandId, invocation.InstanceId);
        var plan = ScriptPlan.Of(command);
        InvocationEnd end;
        DateTimeOffset? endedAt = null;
        try
        {
            (end, endedAt) = await ExecuteAsync(command, invocation, Specify(command, invocation, plan, folder), cancelled, stop);
        }
        catch (ProcessStartException error)
        {
            end = InvocationEnd.NotStarted(error.Message);
        }

        var (stdoutPath, stderrPath) = (Path.Combine(folder, "stdout"), Path.Combine(folder, "stderr"));
        var ended = end.On(
            invocation with { Ended = endedAt }, OutputReader.ReadHead(stdoutPath, MostStdout), OutputReader.ReadHead(stderrPath, MostStderr, end.ErrorLine));
        using var output = await upload.StageAsync(command, invocation, stdoutPath, stderrPath, end.ErrorLine, stop);
        await PassOnAsync(command, Read(invocation.Id), stdoutPath, stderrPath, end, store =>
        {
            output.Put(store);
            journal.End(store, command, ended);
        });
        CommandFolder.Delete(folder);
    }

    private async Task<(InvocationEnd End, DateTimeOffset? At)> ExecuteAsync(
        CommandRecord command, CommandInvocationRecord invocation, ProcessSpec spec, Task cancelled, CancellationToken stop)
    {
        if (!new SupervisionFolder(spec.Folder).IsClaimed && Fault(spec) is { } fault)
        {
            throw new ProcessStartException(fault);
        }

        var process = await supervisor.StartOrAttachAsync(spec, stop);
        if (Read(invocation.Id).Status == CommandStatus.Cancelling)
        {
            await process.KillAsync();
        }

        var kill = KillWhenAsync(process, cancelled);
        using var timer = new PeriodicTimer(_tailInterval, TimeProvider.System);
        while (!process.Completion.IsCompleted)
        {
            await Task.WhenAny(process.Completion, timer.WaitForNextTickAsync(stop).AsTask());
            stop.ThrowIfCancellationRequested();
            if (!process.Completion.IsCompleted)
            {
                await PassOnAsync(command, Read(invocation.Id), process.StdoutPath, process.StderrPath);
            }
        }

        await (kill.IsFaulted ? kill : Task.CompletedTask);
        return (InvocationEnd.Of(await process.Completion), process.EndedAt);
    }

    private static async Task KillWhenAsync(ISupervisedProcess process, Task cancelled)
    {
        if (await Task.WhenAny(cancelled, process.Completion) == cancelled)
        {
            await process.KillAsync();
        }
    }

    private ProcessSpec Specify(CommandRecord command, CommandInvocationRecord invocation, ScriptPlan plan, string folder) =>
        plan.ToProcess(folder, new Dictionary<string, string?>
        {
            ["SSM_COMMAND_ID"] = command.CommandId,
            ["AWS_SSM_INSTANCE_ID"] = invocation.InstanceId,
            ["AWS_SSM_REGION_NAME"] = identity.Region,
            [ParameterReaderScript.Variable] = reader.Path,
        });

    /// <summary>Why it can't be started, as the agent says it, or null.</summary>
    private static string? Fault(ProcessSpec spec) =>
        spec.WorkingDirectory != spec.OwnWorkingDirectory && !Directory.Exists(spec.WorkingDirectory) ? $"chdir {spec.WorkingDirectory}: no such file or directory"
        : ExecutablePath.Find(spec.FileName) is null ? $"exec: \"{spec.FileName}\": executable file not found in $PATH"
        : null;

    /// <summary>Makes log events of the output that is not logged yet; with an end, of all of it, and writes the end down with the last of them.</summary>
    private async Task PassOnAsync(
        CommandRecord command,
        CommandInvocationRecord invocation,
        string stdoutPath,
        string stderrPath,
        InvocationEnd? end = null,
        Action<StoreConnection>? writeEnd = null)
    {
        for (var isLast = false; !isLast;)
        {
            var isLogged = CommandJournal.LogGroup(command) is not null;
            var stdout = isLogged ? OutputReader.Read(stdoutPath, invocation.StdoutLogged, end is not null) : new OutputPiece([], 0, true);
            var stderr = isLogged ? OutputReader.Read(stderrPath, invocation.StderrLogged, end is not null, end?.ErrorLine ?? "") : new OutputPiece([], 0, true);
            isLast = end is null ? stdout.Messages.Count + stderr.Messages.Count == 0 : stdout.IsLast && stderr.IsLast;
            if (!isLast && stderr.IsLast)
            {
                stderr = OutputReader.Read(stderrPath, invocation.StderrLogged, false); // its ending comes with the very last piece, or it would come twice
            }

            if (isLast && end is null)
            {
                return;
            }

            await database.WriteAsync(store =>
            {
                journal.Log(store, command, invocation, stdout, stderr);
                if (isLast)
                {
                    writeEnd!(store);
                }
            });
            invocation = invocation with { StdoutLogged = stdout.Offset, StderrLogged = stderr.Offset };
        }
    }

    private CommandInvocationRecord Read(long id) => database.Read(store => CommandStore.FindInvocation(store, id))!;
}
