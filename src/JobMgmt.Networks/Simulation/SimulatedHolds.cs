using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>Those who approve or deny held jobs: they answer at once, or never.</summary>
internal sealed class SimulatedHolds(IReadOnlyDictionary<string, Func<int, JobReply>> mocks)
{
    private const string Answerer = "simulation";

    internal static bool IsIt(ScheduleTask task) => task.Resource.EndsWith(":events:putEvents.waitForTaskToken", StringComparison.Ordinal) && JobName(task) is not null;

    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        yield return new TaskSubmitted(now, task.TaskId, JsonObject.Of(("Entries", JsonArray.Empty), ("FailedEntryCount", 0)));
        if (JobName(task)!.Length == 0)
        {
            yield return new TaskSucceeded(now, task.TaskId, JobHold.Approval(Answerer, now, null)); // the run itself
            yield break;
        }

        switch (mocks.TryGetValue(JobName(task)!, out var mock) ? mock(1).Hold : HoldReply.Approved)
        {
            case HoldReply.Approved:
                yield return new TaskSucceeded(now, task.TaskId, JobHold.Approval(Answerer, now, null));
                break;
            case HoldReply.Denied:
                yield return new TaskFailed(now, task.TaskId, JobErrors.JobDenied, JobHold.Denial(Answerer, now, null).ToString(), WasSubmitted: true);
                break;
            default:
                break; // the state's own timer says it
        }
    }

    private static string? JobName(ScheduleTask task) =>
        (HoldState.Detail(task.Parameters)?["jobName"] as JsonString)?.Value;
}
