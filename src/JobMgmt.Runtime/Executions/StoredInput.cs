using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions;

/// <summary>Inputs from the inbox as the interpreter is told them.</summary>
internal static class StoredInput
{
    public static ExecutionMessage Message(ExecutionInputRecord stored) => new(at => Input(stored, at))
    {
        StoredInput = stored.Id,
        Task = stored.Kind == ExecutionInputKind.Abort ? null : stored.Task,
        Settles = stored.Kind is ExecutionInputKind.Succeeded or ExecutionInputKind.Failed or ExecutionInputKind.Refused or ExecutionInputKind.TimedOut
            or ExecutionInputKind.MapRunSucceeded or ExecutionInputKind.MapRunFailed,
    };

    private static Input Input(ExecutionInputRecord stored, DateTimeOffset at) => stored.Kind switch
    {
        ExecutionInputKind.Submitted => new TaskSubmitted(at, stored.Task, JsonValue.Parse(stored.Output!)),
        ExecutionInputKind.ActivityStarted => new ActivityTaskStarted(at, stored.Task, stored.Output),
        ExecutionInputKind.Succeeded => new TaskSucceeded(at, stored.Task, JsonValue.Parse(stored.Output!)),
        ExecutionInputKind.Failed => new TaskFailed(at, stored.Task, stored.Error, stored.Cause, WasSubmitted: true),
        ExecutionInputKind.Refused => new TaskFailed(at, stored.Task, stored.Error, stored.Cause, WasSubmitted: false),
        ExecutionInputKind.TimedOut => new TaskTimedOut(at, stored.Task, stored.Error == ErrorNames.HeartbeatTimeout, stored.Cause),
        ExecutionInputKind.MapRunSucceeded => new MapRunSucceeded(at, stored.Task, JsonValue.Parse(stored.Output!)),
        ExecutionInputKind.MapRunFailed => new MapRunFailed(at, stored.Task, stored.Error!, stored.Cause),
        _ => new ExecutionAbort(at, stored.Error, stored.Cause),
    };
}
