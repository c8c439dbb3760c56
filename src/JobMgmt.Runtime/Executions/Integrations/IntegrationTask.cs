using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Executions.Integrations;

/// <summary>A task for an integration.</summary>
/// <param name="Resource">The Task state's Resource, taken apart.</param>
/// <param name="Parameters">The evaluated parameters.</param>
/// <param name="ExecutionArn">The execution that asks.</param>
/// <param name="StateMachineArn">Its state machine.</param>
internal sealed record IntegrationTask(TaskResource Resource, JsonObject Parameters, string ExecutionArn, string StateMachineArn);
