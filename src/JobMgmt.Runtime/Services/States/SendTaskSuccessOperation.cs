using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>SendTaskSuccess.</summary>
internal sealed class SendTaskSuccessOperation(TaskTokens tokens) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var output = JsonText.Parse(request.Text("output")!, "output", reason => new ServiceException("InvalidOutput", $"Invalid Output: '{reason}'"));
        return tokens.TellAsync(request, call, settles: true, (at, task) => new TaskSucceeded(at, task, output));
    }
}
