using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>Reads a RunJob execution's history: how often it tried for a worker, its last automation, and why it waits to try again.</summary>
public static class RunJobReader
{
    private const string StartAutomation = "startAutomationExecution.waitForTaskToken";

    /// <summary>Reads the events, oldest first.</summary>
    /// <returns>The number of automations asked for, the id of the last one that SSM took, and the failure of the last one where it is to be tried again.</returns>
    public static (int Attempts, string? AutomationExecutionId, RunEvent? Waits) Read(IReadOnlyList<RunEvent> history)
    {
        var (attempts, automation) = (0, (string?)null);
        RunEvent? failure = null;
        foreach (RunEvent item in history)
        {
            switch (item.Type)
            {
                case "TaskScheduled" when item.Resource == StartAutomation:
                    attempts++;
                    failure = null;
                    break;
                case "TaskSubmitted" when item.Resource == StartAutomation:
                    automation = ((item.Output as JsonObject)?["AutomationExecutionId"] as JsonString)?.Value ?? automation;
                    break;
                case "TaskFailed" when item.Resource == StartAutomation:
                    failure = item;
                    break;
                case "TaskStateExited" or "ExecutionFailed" or "ExecutionAborted" or "ExecutionTimedOut":
                    failure = null;
                    break;
            }
        }

        return (attempts, automation, failure);
    }
}
