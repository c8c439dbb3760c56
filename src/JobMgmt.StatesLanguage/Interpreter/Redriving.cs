using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Interpreter.States;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter;

/// <summary>
/// A redrive: every state that was at work when the execution ended begins anew, with all its retries; what had succeeded, branches and iterations too, stays as it is.
/// A Task, Map or Parallel that was at work is not entered again, others are.
/// </summary>
internal static class Redriving
{
    public static void Begin(Run run, ExecutionRedrive redrive, long? timeoutSeconds)
    {
        var position = run.Position;
        position.IsStopped = false;
        position.RedriveCount = redrive.Count;
        position.RedrivenAt = redrive.At;
        var redriven = run.Emit("ExecutionRedriven", JsonObject.Of(("redriveCount", redrive.Count)), position.NextEventId - 1);
        if (timeoutSeconds is { } seconds)
        {
            position.TimeoutTimerId = run.StartTimer(TimeSpan.FromSeconds(seconds));
        }

        foreach (var branch in position.Root!.All().Where(branch => branch.Children is null).ToArray())
        {
            if (run.Outcome is null && branch.Phase != BranchPhase.Ended) // another one's failure may have ended it just now
            {
                Resume(run, branch, redriven);
            }
        }
    }

    private static void Resume(Run run, BranchPosition branch, long redriven)
    {
        var wasAtWork = branch.Phase != BranchPhase.Ready;
        branch.Task = null;
        branch.TimerId = 0;
        branch.RetryCounts = null;
        branch.RetryCount = 0;
        branch.LastEventId = redriven;
        if (wasAtWork && branch.State is MapState { Processor.IsDistributed: true })
        {
            run.Guard(branch, () => StateBehaviors.DistributedMap.Redrive(run, branch));
        }
        else if (wasAtWork && branch.State is WorkState state)
        {
            run.Guard(branch, () => StateBehaviors.Of(state).Enter(run, branch, state));
        }
        else
        {
            run.MakeReady(branch);
        }
    }
}
