using JobMgmt.StatesLanguage.Interpreter;
using JobMgmt.StatesLanguage.Interpreter.Effects;

namespace JobMgmt.Runtime.Executions;

/// <summary>Which tasks of an execution can still be answered.</summary>
internal static class OpenTasks
{
    public static HashSet<long> AfterStart(Step step) => After([], step, null);

    public static HashSet<long> After(HashSet<long> before, Step step, ExecutionMessage? message)
    {
        if (step.Outcome is not null)
        {
            return [];
        }

        var after = new HashSet<long>(before);
        if (message is { Settles: true, Task: { } settled })
        {
            after.Remove(settled);
        }

        foreach (var effect in step.Effects)
        {
            if (effect is ScheduleTask scheduled)
            {
                after.Add(scheduled.TaskId);
            }
            else if (effect is StartMapRun run)
            {
                after.Add(run.TaskId);
            }
            else if (effect is RedriveMapRun redriven)
            {
                after.Add(redriven.TaskId);
            }
            else if (effect is CancelTask cancelled)
            {
                after.Remove(cancelled.TaskId);
            }
        }

        return after;
    }
}
