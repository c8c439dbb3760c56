using JobMgmt.Runtime.Logs;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Commands;

/// <summary>
/// Writes down what happens to commands. Every method is one change of an invocation in the caller's transaction, with what follows from it: the command's status and
/// the events. An invocation that has ended is not changed again.
/// </summary>
internal sealed class CommandJournal(CommandEvents events, CommandWatch watch, ILogSink logs, TimeProvider time)
{
    /// <summary>The node takes the command. False where it was cancelled meanwhile.</summary>
    public bool Begin(StoreConnection store, CommandRecord command, long invocationId)
    {
        var invocation = CommandStore.FindInvocation(store, invocationId);
        if (invocation is not { Status: CommandStatus.Pending })
        {
            return invocation is { HasEnded: false };
        }

        CommandStore.SetStarted(store, invocationId, time.GetUtcNow());
        events.InvocationChanged(store, command, invocation.InstanceId, CommandStatus.InProgress);
        Summarise(store, command.Id);
        return true;
    }

    /// <summary>Somebody wants it to end: at once where it has not begun, else its process is to be killed.</summary>
    public void Cancel(StoreConnection store, CommandRecord command, CommandInvocationRecord invocation)
    {
        if (invocation.Status == CommandStatus.Pending)
        {
            End(store, command, invocation with { Status = CommandStatus.Cancelled, StatusDetails = CommandStatus.Cancelled });
        }
        else if (!invocation.HasEnded && invocation.Status != CommandStatus.Cancelling)
        {
            CommandStore.SetInvocationStatus(store, invocation.Id, CommandStatus.Cancelling);
            events.InvocationChanged(store, command, invocation.InstanceId, CommandStatus.Cancelling);
            Summarise(store, command.Id);
        }
    }

    /// <summary>More output became log events.</summary>
    public void Log(StoreConnection store, CommandRecord command, CommandInvocationRecord invocation, OutputPiece stdout, OutputPiece stderr)
    {
        var plugin = ScriptDocument.Find(command.DocumentName)!.LogName;
        Append(store, command, $"{command.CommandId}/{invocation.InstanceId}/{plugin}/stdout", stdout);
        Append(store, command, $"{command.CommandId}/{invocation.InstanceId}/{plugin}/stderr", stderr);
        CommandStore.SetLogged(store, invocation.Id, stdout.Offset, stderr.Offset);
    }

    /// <summary>It has ended, with the status and output that the record says.</summary>
    public void End(StoreConnection store, CommandRecord command, CommandInvocationRecord invocation)
    {
        if (CommandStore.FindInvocation(store, invocation.Id) is { HasEnded: false })
        {
            CommandStore.SetEnded(store, invocation with { Ended = EndTime(invocation) });
            events.InvocationChanged(store, command, invocation.InstanceId, invocation.Status);
            Summarise(store, command.Id);
        }
    }

    /// <summary>The log group that a command's output goes to, or null where it goes to none.</summary>
    public static string? LogGroup(CommandRecord command)
    {
        var config = command.Request.Object("CloudWatchOutputConfig");
        if (config?.Flag("CloudWatchOutputEnabled") != true)
        {
            return null;
        }

        var name = config.Text("CloudWatchLogGroupName");
        return string.IsNullOrEmpty(name) ? $"/aws/ssm/{command.DocumentName}" : name;
    }

    /// <summary>Now, save for a process that ended while no runtime was there to see it.</summary>
    private DateTimeOffset EndTime(CommandInvocationRecord invocation)
    {
        var now = time.GetUtcNow();
        return invocation is { Ended: { } seen, Started: { } started } && started <= seen && seen <= now ? seen : now;
    }

    private void Append(StoreConnection store, CommandRecord command, string stream, OutputPiece piece)
    {
        if (piece.Messages.Count > 0 && LogGroup(command) is { } group)
        {
            var now = time.GetUtcNow();
            logs.Append(store, group, stream, [.. piece.Messages.Select(message => new LogEvent(now, message))]);
        }
    }

    private void Summarise(StoreConnection store, long commandId)
    {
        var command = CommandStore.Find(store, commandId)!;
        var invocations = CommandStore.Invocations(store, commandId);
        var (status, details) = CommandStatus.Of(invocations, command.MaxErrors);
        if ((status, details) != (command.Status, command.StatusDetails))
        {
            CommandStore.SetStatus(store, commandId, status, details);
            events.CommandChanged(store, command, status, invocations.Select(invocation => invocation.InstanceId));
            watch.SignalAfterCommit(store, command.CommandId);
        }
    }
}
