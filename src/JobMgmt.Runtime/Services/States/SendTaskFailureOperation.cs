using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>SendTaskFailure.</summary>
internal sealed class SendTaskFailureOperation(TaskTokens tokens) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var (error, cause) = (request.Text("error"), request.Text("cause"));
        return tokens.TellAsync(request, call, settles: true, (at, task) => new TaskFailed(at, task, error, cause, WasSubmitted: true));
    }
}
