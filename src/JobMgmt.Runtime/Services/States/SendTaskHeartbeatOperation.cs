using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>SendTaskHeartbeat.</summary>
internal sealed class SendTaskHeartbeatOperation(TaskTokens tokens) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call) =>
        tokens.TellAsync(request, call, settles: false, (at, task) => new TaskHeartbeat(at, task));
}
