using JobMgmt.Runtime.Executions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// RedriveExecution of a Standard execution that failed, timed out or was aborted in the last 14 days, by the same definition and input. The same client token within
/// 15 minutes gives the first answer again.
/// </summary>
internal sealed class RedriveExecutionOperation(ExecutionRedriver redriver) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var arn = StatesArn.Execution(request);
        var token = request.Text("clientToken");
        return redriver.RedriveAsync(arn, token, call);
    }
}
