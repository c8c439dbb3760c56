using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Services.States;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>Redrives executions: the row runs again and its next step is committed, in one transaction, which is the caller's own.</summary>
internal sealed class ExecutionRedriver(
    DefinitionCache definitions, ExecutionSteps steps, StepWriter writer, ExecutionLoop loop, TimeProvider time)
{
    private const long MostEvents = 24_999;
    private static readonly TimeSpan _tokenLife = TimeSpan.FromMinutes(15);

    public Task<JsonObject> RedriveAsync(string arn, string? token, CallContext call)
    {
        var now = time.GetUtcNow();
        return call.WriteAsync(connection =>
        {
            var execution = ExecutionStore.Find(connection, arn) ?? throw StatesErrors.ExecutionDoesNotExist(arn);
            if (token is not null && RedriveStore.FindToken(connection, execution.Id, token, now - _tokenLife) is { } before)
            {
                return Answer(before);
            }

            var stopped = Check(connection, execution, now);
            Redrive(connection, execution, stopped, now);
            if (token is not null)
            {
                RedriveStore.AddToken(connection, execution.Id, token, now);
            }

            return Answer(now);
        });
    }

    /// <summary>Whether a Map Run's child can go on.</summary>
    public bool CanGoOn(StoreConnection connection, ExecutionRecord child, DateTimeOffset now) =>
        Executions.Redrive.Reason(child, now) is null && ExecutionHistoryStore.LastId(connection, child.Id) < MostEvents
        && RedriveStore.Checkpoint(connection, child.Id) is not null;

    /// <summary>Redrives a Map Run's child, which can go on.</summary>
    public void GoOn(StoreConnection connection, ExecutionRecord child, DateTimeOffset now) =>
        Redrive(connection, child, RedriveStore.Checkpoint(connection, child.Id)!, now);

    /// <summary>Where it stood.</summary>
    /// <exception cref="ServiceException">ExecutionNotRedrivable.</exception>
    private static string Check(StoreConnection connection, ExecutionRecord execution, DateTimeOffset now)
    {
        var reason = Executions.Redrive.Reason(execution, now)
            ?? (execution.MapRun is null ? null : "Execution is a child of a Map Run and is redriven with the execution that started that")
            ?? (ExecutionHistoryStore.LastId(connection, execution.Id) >= MostEvents ? "Execution event history has reached its limit and cannot be redriven" : null)
            ?? (StateMachineStore.Find(connection, execution.StateMachineArn) is not { IsDeleting: false } ? "The state machine of the execution does not exist any more" : null);
        return reason is not null ? throw StatesErrors.ExecutionNotRedrivable(reason)
            : RedriveStore.Checkpoint(connection, execution.Id) ?? throw StatesErrors.ExecutionNotRedrivable("Execution ended before this runtime kept what a redrive needs");
    }

    private void Redrive(StoreConnection connection, ExecutionRecord execution, string stopped, DateTimeOffset now)
    {
        var input = new ExecutionRedrive(now, execution.RedriveCount + 1);
        var step = steps.Advance(definitions.Get(execution.Revision), Checkpoint.Deserialize(stopped), input);
        var running = execution with
        {
            Status = "RUNNING", Stopped = null, Output = null, Error = null, Cause = null, RedriveCount = input.Count, Redriven = now,
        };
        ExecutionStore.Redrive(connection, running);
        RedriveStore.Remove(connection, execution.Id);
        writer.Announce(connection, running);
        LiveExecution? live = null;
        connection.AfterCommit(() => loop.TakeUp(live!)); // before what the step's effects lead to
        live = new LiveExecution(writer.Write(connection, running, step, loop), step.Checkpoint, OpenTasks.AfterStart(step));
    }

    private static JsonObject Answer(DateTimeOffset redriven) => JsonObject.Of(("redriveDate", redriven.EpochSeconds()));
}
