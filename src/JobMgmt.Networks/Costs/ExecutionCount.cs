using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Costs;

/// <summary>What one execution's history says of its cost.</summary>
/// <param name="StateTransitions">The states that were entered, and the retries of tasks.</param>
/// <param name="Children">The executions that it has started, by ARN, each once.</param>
public sealed record ExecutionCount(int StateTransitions, IReadOnlyList<string> Children)
{
    /// <summary>Reads a history, oldest event first. Of a retried Parallel or Map state the history shows the states that are entered anew, which count, and no event for the retry itself.</summary>
    public static ExecutionCount Of(IReadOnlyList<RunEvent> history)
    {
        var scheduled = new Dictionary<long, RunEvent>(); // by the ids of the events that followed it
        var tried = new HashSet<long>();                  // events of tasks that were scheduled before
        var children = new List<string>();
        var transitions = 0;
        foreach (var item in history)
        {
            transitions += item.Type.EndsWith("StateEntered", StringComparison.Ordinal) ? 1 : 0;
            if (item.Type == "TaskScheduled")
            {
                transitions += tried.Contains(item.PreviousId) ? 1 : 0;
                scheduled[item.Id] = item;
                tried.Add(item.Id);
                continue;
            }

            if (item.Type.StartsWith("Task", StringComparison.Ordinal) && !item.Type.StartsWith("TaskState", StringComparison.Ordinal) && scheduled.TryGetValue(item.PreviousId, out var task))
            {
                scheduled[item.Id] = task;
                tried.Add(item.Id);
                if (task.Resource?.StartsWith("startExecution", StringComparison.Ordinal) == true && Child(item.Output) is { } child && !children.Contains(child, StringComparer.Ordinal))
                {
                    children.Add(child);
                }
            }
        }

        return new ExecutionCount(transitions, children);
    }

    private static string? Child(JsonValue? output) => ((output as JsonObject)?["ExecutionArn"] as JsonString)?.Value;
}
