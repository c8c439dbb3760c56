using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>Reads a RunJob execution's history: how often it tried for a worker, and its last automation.</summary>
public static class RunJobReader
{
    private const string StartAutomation = "startAutomationExecution.waitForTaskToken";

    /// <summary>Reads the events, oldest first.</summary>
    /// <returns>The number of automations asked for, and the id of the last one that SSM took.</returns>
    public static (int Attempts, string? AutomationExecutionId) Read(IReadOnlyList<RunEvent> history)
        => (history.Count(e => e.Type == "TaskScheduled" && e.Resource == StartAutomation),
            history.Where(e => e.Type == "TaskSubmitted" && e.Resource == StartAutomation)
                .Select(e => ((e.Output as JsonObject)?["AutomationExecutionId"] as JsonString)?.Value).LastOrDefault(id => id is not null));
}
