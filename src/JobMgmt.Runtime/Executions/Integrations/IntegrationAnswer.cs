using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>What a task is told of its call.</summary>
/// <param name="Output">The task's output; null where it failed.</param>
/// <param name="Error">The error name.</param>
/// <param name="Cause">The cause.</param>
internal sealed record IntegrationAnswer(JsonValue? Output, string? Error = null, string? Cause = null);
