using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>The call that an integration makes for a task.</summary>
/// <param name="Service">The service's signing name.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Request">The request, with the service model's member names.</param>
internal sealed record IntegrationCall(string Service, string Operation, JsonObject Request);
