using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>A service integration: what it calls for a task, and how it puts the answer. It does nothing itself.</summary>
internal interface IIntegration
{
    /// <summary>Whether a resource is this integration's.</summary>
    bool Serves(TaskResource resource);

    /// <summary>The call for a task; null where the runtime has no such service.</summary>
    IntegrationCall? Call(IntegrationTask task);

    /// <summary>The task's output, or error, of the service's answer.</summary>
    IntegrationAnswer Answer(IntegrationTask task, JsonObject response, ServiceAnswer metadata);

    /// <summary>The task's error of the service's refusal.</summary>
    IntegrationAnswer Refusal(IntegrationTask task, ServiceException error, string requestId);
}
