using JobMgmt.Runtime.Executions;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>What SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat share: the token's task is told, and the caller is answered once the step is committed.</summary>
internal sealed class TaskTokens(Database database, ExecutionLoop loop)
{
    /// <summary>Tells the task that a request's <c>taskToken</c> stands for.</summary>
    /// <exception cref="ServiceException">InvalidToken: no task ever had it; TaskTimedOut: its task has ended.</exception>
    public Task<JsonObject> TellAsync(JsonObject request, CallContext call, bool settles, Func<DateTimeOffset, long, Input> input)
    {
        var token = request.Text("taskToken");
        var task = database.Read(connection => ExecutionTaskStore.FindByToken(connection, token!)) ?? throw StatesErrors.InvalidToken();
        if (!task.IsOpen)
        {
            throw StatesErrors.TaskTimedOut();
        }

        var message = new ExecutionMessage(at => input(at, task.Task))
        {
            Call = call,
            Task = task.Task,
            Settles = settles,
            WhenTooLate = _ => throw StatesErrors.TaskTimedOut(),
        };
        loop.Post(task.Execution, message);
        return message.Completion.Task;
    }
}
