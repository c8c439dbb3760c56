using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.MapRuns;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Map, distributed: asks for a map run, and takes what comes of it. A retry is another map run, with another ARN; a redrive goes on with the one that failed.</summary>
internal sealed class DistributedMapBehavior : StateBehavior
{
    private const long MostRedrives = 1000;

    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var map = (MapState)state;
        branch.MapRun = null;
        var input = StateData.EffectiveInput(run, branch, map);
        var items = map.ItemReader is null ? new InlineItems(MapBehavior.FindItems(run, branch, map, orObject: true)) : null;
        var context = StateData.Context(run, branch, input);
        var concurrency = MapSettings.Concurrency(map, context);
        run.Emit(branch, "MapStateStarted", JsonObject.Of(("length", items?.Count ?? 0)));

        var plan = MapRunPlanner.Plan(run, branch, map, items, context, concurrency);
        Begin(run, branch, plan.MapRunArn, 0, "MapRunStarted", JsonObject.Of(("mapRunArn", plan.MapRunArn)));
        run.Effects.Add(new StartMapRun(branch.MapRun!.TaskId, plan));
    }

    /// <summary>Goes on with the map run that failed or was aborted, where there is one; else the state begins anew.</summary>
    public void Redrive(Run run, BranchPosition branch)
    {
        if (branch.MapRun is not { } ended)
        {
            Enter(run, branch, branch.State);
            return;
        }

        var count = ended.RedriveCount + 1;
        if (count > MostRedrives)
        {
            throw new ExecutionFault(ErrorNames.Runtime, $"The Map Run reached the maximum number of redrives ({MostRedrives}).", branch.LastEventId);
        }

        Begin(run, branch, ended.Arn, count, "MapRunRedriven", JsonObject.Of(("mapRunArn", ended.Arn), ("redriveCount", count)));
        run.Effects.Add(new RedriveMapRun(branch.MapRun!.TaskId, ended.Arn));
    }

    public void Succeeded(Run run, BranchPosition branch, JsonValue result)
    {
        if (run.Text.IsTooLarge(result))
        {
            Failed(run, branch, ErrorNames.DataLimitExceeded, StateData.TooLarge(branch.StateName));
            return;
        }

        var started = branch.MapRun!.StartedEventId;
        branch.MapRun = null;
        run.Emit(branch, "MapRunSucceeded", null);
        var map = (MapState)branch.State;
        run.Guard(branch, () =>
        {
            if (map.QueryLanguage == QueryLanguage.Jsonata)
            {
                var data = JsonataData.OfResult(run, branch, map, result); // first: a state whose Output fails has not succeeded
                run.Emit(branch, "MapStateSucceeded", null, advances: false);
                branch.LastEventId = started; // recorded so: MapStateExited points back at MapRunStarted
                JsonataData.Leave(run, branch, data, map.Next);
                return;
            }

            run.Emit(branch, "MapStateSucceeded", null, advances: false);
            StateData.LeaveWithResult(run, branch, map, result, map.ResultSelector, map.ResultPath);
        });
    }

    public void Failed(Run run, BranchPosition branch, string error, string? cause)
    {
        branch.MapRun!.HasFailed = true; // kept while the state fails: a redrive goes on with it
        if (error is MapRunException.ItemReaderFailed or ErrorNames.DataLimitExceeded or ErrorNames.Runtime)
        {
            branch.MapRun = null; // AWS's documentation: of one that failed so, a redrive starts another
        }

        run.Emit(branch, "MapRunFailed", EventDetails.Failure(error, cause));
        run.Fail(branch, new StateError(error, cause));
    }

    private static void Begin(Run run, BranchPosition branch, string arn, long redriveCount, string eventType, JsonObject details)
    {
        var started = run.Emit(branch, eventType, details);
        branch.MapRun = new MapRunPosition { TaskId = run.Position.NextTaskId++, Arn = arn, StartedEventId = started, RedriveCount = redriveCount };
        branch.Phase = BranchPhase.MapRunPending;
    }
}
