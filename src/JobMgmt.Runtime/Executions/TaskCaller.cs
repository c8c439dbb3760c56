using JobMgmt.Runtime.Executions.Integrations;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions;

/// <summary>Makes one task's call for nobody's execution (TestState). The outbox has no part in it.</summary>
internal sealed class TaskCaller(Database database, ServiceRouter router, IEnumerable<IIntegration> integrations, TimeProvider time)
{
    private readonly IIntegration[] _integrations = [.. integrations];

    public async Task<IntegrationAnswer> CallAsync(ScheduleTask asked, ExecutionFacts facts, CallContext call)
    {
        if (!TaskResource.TryParse(asked.Resource, out var resource) || Array.Find(_integrations, candidate => candidate.Serves(resource)) is not { } integration
            || asked.Parameters is not JsonObject parameters
            || integration.Call(new IntegrationTask(resource, parameters, facts.ExecutionArn, facts.StateMachineArn)) is not { } request
            || !router.Serves(request.Service, request.Operation))
        {
            return new IntegrationAnswer(null, "LocalRuntime.NotServed", $"The local runtime does not serve {asked.Resource}: give TestState a mock.");
        }

        var task = new IntegrationTask(resource, parameters, facts.ExecutionArn, facts.StateMachineArn);
        var requestId = Guid.NewGuid().ToString();
        try
        {
            var response = await router.InvokeAsync(request.Service, request.Operation, request.Request, new CallContext(database, requestId, null, call.Aborted));
            return integration.Answer(task, response, new ServiceAnswer(requestId, time.GetUtcNow()));
        }
        catch (ServiceException error)
        {
            return integration.Refusal(task, error, requestId);
        }
    }
}
