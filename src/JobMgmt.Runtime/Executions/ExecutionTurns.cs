using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>A turn of an execution: one message's input goes through the interpreter, and the step is committed.</summary>
internal sealed class ExecutionTurns(Database database, DefinitionCache definitions, StepWriter writer, ExecutionSteps steps, TimeProvider time, ILogger<ExecutionTurns> log)
{
    /// <summary>Takes a turn; the answer to whoever waits for the message.</summary>
    public async Task<JsonObject> TakeAsync(ExecutionMailbox mailbox, ExecutionMessage message, ExecutionLoop loop)
    {
        while (true)
        {
            try
            {
                return await StepAsync(mailbox, message, loop);
            }
            catch (UnreadAnswersException unread)
            {
                foreach (var answer in unread.Answers)
                {
                    await StepAsync(mailbox, StoredInput.Message(answer), loop);
                }
            }
        }
    }

    private Task<JsonObject> StepAsync(ExecutionMailbox mailbox, ExecutionMessage message, ExecutionLoop loop)
    {
        var live = mailbox.Live ??= database.Read(connection => LiveExecution.Load(connection, mailbox.Id));
        if (!live.Record.IsRunning || (message.Task is { } task && !live.OpenTasks.Contains(task)))
        {
            return TooLateAsync(message, live.Record);
        }

        var now = time.GetUtcNow();
        var input = loop.IsDeleting(live.Record.OwnerArn) ? new ExecutionAbort(now, null, null) : message.Input(now);
        return CommitAsync(mailbox, message, live, Advance(live, input), input, loop);
    }

    private async Task<JsonObject> CommitAsync(
        ExecutionMailbox mailbox, ExecutionMessage message, LiveExecution live, Step step, Input input, ExecutionLoop loop)
    {
        var record = live.Record;
        var isNew = true;
        JsonObject Commit(StoreConnection connection)
        {
            if (message.StoredInput is { } stored && !ExecutionInputStore.Remove(connection, stored))
            {
                isNew = false; // an earlier step has read it before its turn
                return message.Answer(input.At);
            }

            // Only of tasks that are open beside the one that has just ended.
            if ((step.Outcome is not null || step.Effects.Any(effect => effect is CancelTask)) && live.OpenTasks.Count > (message.Settles ? 1 : 0)
                && ExecutionInputStore.Submitted(connection, record.Id) is { Count: > 0 } unread)
            {
                throw new UnreadAnswersException(unread);
            }

            if (message is { Settles: true, Task: { } settled })
            {
                ExecutionTaskStore.Close(connection, record.Id, settled);
            }

            if (input is TimerFired fired)
            {
                ExecutionTimerStore.Remove(connection, record.Id, fired.TimerId);
            }

            if (step.Events.Count > 0 || step.Effects.Count > 0 || step.Outcome is not null)
            {
                record = writer.Write(connection, record, step, loop);
            }

            return message.Answer(input.At);
        }

        var answer = message.Call is { } call ? await call.WriteAsync(Commit) : await database.WriteAsync(Commit);
        if (isNew)
        {
            mailbox.Live = new LiveExecution(record, step.Checkpoint, OpenTasks.After(live.OpenTasks, step, message));
        }

        return answer;
    }

    private async Task<JsonObject> TooLateAsync(ExecutionMessage message, ExecutionRecord record)
    {
        var answer = message.WhenTooLate(record);
        if (message.Call is { } call)
        {
            return await call.WriteAsync(_ => answer);
        }

        if (message.StoredInput is { } stored)
        {
            await database.WriteAsync(connection => ExecutionInputStore.Remove(connection, stored));
        }

        return answer;
    }

    private Step Advance(LiveExecution live, Input input)
    {
        try
        {
            var definition = definitions.Get(live.Record.Revision);
            return steps.Advance(definition, live.Checkpoint, input);
        }
        catch (Exception error)
        {
            log.LogError(error, "The interpreter failed in {Execution}", live.Record.Arn);
            var last = database.Read(connection => ExecutionHistoryStore.LastId(connection, live.Record.Id));
            return ExecutionSteps.Broken(live.Checkpoint, last, input.At, error);
        }
    }
}
