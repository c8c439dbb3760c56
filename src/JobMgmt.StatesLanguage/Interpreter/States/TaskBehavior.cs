using JobMgmt.StatesLanguage.Interpreter.Data;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Errors;
using JobMgmt.StatesLanguage.Interpreter.Positions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Interpreter.States;

/// <summary>Task: schedules an attempt, and takes what comes of it. A retry is another attempt, with another id and another token.</summary>
internal sealed class TaskBehavior : StateBehavior
{
    public override void Enter(Run run, BranchPosition branch, State state)
    {
        var task = (TaskState)state;
        var resource = task.Resource;
        if (run.MissingActivities.Contains(resource.Arn))
        {
            throw new EvaluationException(ErrorNames.Runtime, $"The activity {resource.Arn} does not exist.");
        }

        var token = resource.Pattern == TaskPattern.WaitForTaskToken ? run.Position.Random.NextToken() : null;
        var context = StateData.Context(run, branch, StateData.EffectiveInput(run, branch, task), token);
        var parameters = task.Parameters?.Evaluate(context) ?? context.Input;
        run.Trace?.See(task.QueryLanguage == QueryLanguage.Jsonata ? "afterArguments" : "afterParameters", parameters);
        if (run.Text.IsTooLarge(parameters))
        {
            throw new ExecutionFault(ErrorNames.DataLimitExceeded, StateData.TooLarge(branch.StateName), branch.LastEventId);
        }

        CheckParameters(run, task, parameters);
        var timeout = Seconds(task.TimeoutSeconds, context);
        var heartbeat = Seconds(task.HeartbeatSeconds, context);
        var role = (task.Credentials?.Evaluate(context) as JsonObject)?["RoleArn"] as JsonString;
        TaskEvents.Scheduled(run, branch, resource, parameters, timeout, heartbeat, role?.Value);

        var position = new TaskPosition { TaskId = run.Position.NextTaskId++, HeartbeatSeconds = heartbeat ?? 0 };
        run.Effects.Add(new ScheduleTask(position.TaskId, resource.Arn, parameters, token, branch.StateName, branch.RetryCount));
        position.TimeoutTimerId = timeout is { } limit ? run.StartTimer(TimeSpan.FromSeconds(limit)) : 0;
        if (resource.Kind != TaskResourceKind.Activity)
        {
            StartHeartbeat(run, position); // an activity's begins when a worker has taken it
        }

        branch.Task = position;
        branch.Phase = BranchPhase.TaskPending;
    }

    /// <summary>What a service's operation does not take fails the state before anything is scheduled.</summary>
    private static void CheckParameters(Run run, TaskState task, JsonValue parameters)
    {
        if (parameters is JsonObject members && run.TaskParameters?.Faults(task.Resource, members) is { Count: > 0 } faults)
        {
            var field = task.QueryLanguage == QueryLanguage.Jsonata ? "Arguments" : "Parameters";
            throw new EvaluationException(ErrorNames.Runtime, $"The {field} '{parameters}' could not be used to start the Task: [{string.Join(", ", faults)}]");
        }
    }

    public void Submitted(Run run, BranchPosition branch, JsonValue output)
    {
        if (!branch.Task!.IsSubmitted)
        {
            branch.Task.IsSubmitted = true;
            TaskEvents.Submitted(run, branch, ResourceOf(branch), output);
        }
    }

    public void ActivityStarted(Run run, BranchPosition branch, string? workerName)
    {
        if (!branch.Task!.IsSubmitted && ResourceOf(branch).Kind == TaskResourceKind.Activity)
        {
            branch.Task.IsSubmitted = true;
            run.Emit(branch, "ActivityStarted", JsonObject.Of(("workerName", workerName)));
            StartHeartbeat(run, branch.Task);
        }
    }

    public void Heartbeat(Run run, BranchPosition branch)
    {
        if (branch.Task!.HeartbeatTimerId != 0)
        {
            run.CancelTimer(branch.Task.HeartbeatTimerId);
            StartHeartbeat(run, branch.Task);
        }
    }

    public void Succeeded(Run run, BranchPosition branch, JsonValue output)
    {
        Settle(run, branch);
        run.Trace?.See("result", output);
        var task = (TaskState)branch.State;
        if (run.Text.IsTooLarge(output))
        {
            Fail(run, branch, new StateError(ErrorNames.DataLimitExceeded, StateData.TooLarge(branch.StateName)), false);
            return;
        }

        TaskEvents.Succeeded(run, branch, task.Resource, output);
        run.Guard(branch, () =>
        {
            if (task.QueryLanguage == QueryLanguage.Jsonata)
            {
                JsonataData.Leave(run, branch, JsonataData.OfResult(run, branch, task, output), task.Next);
            }
            else
            {
                StateData.LeaveWithResult(run, branch, task, output, task.ResultSelector, task.ResultPath);
            }
        });
    }

    public void Failed(Run run, BranchPosition branch, StateError error, bool wasSubmitted)
    {
        var atSubmission = !wasSubmitted && ResourceOf(branch).Pattern != TaskPattern.RequestResponse;
        Settle(run, branch);
        Fail(run, branch, error, atSubmission);
    }

    /// <summary>One of the attempt's timers is due. A missed heartbeat is recorded as a timeout, as on AWS.</summary>
    public void TimedOut(Run run, BranchPosition branch, long timerId)
    {
        var task = branch.Task!;
        var isHeartbeat = timerId == task.HeartbeatTimerId;
        if (isHeartbeat)
        {
            task.HeartbeatTimerId = 0;
        }
        else
        {
            task.TimeoutTimerId = 0;
        }

        run.Effects.Add(new CancelTask(task.TaskId));
        TimedOut(run, branch, isHeartbeat, null);
    }

    /// <summary>The attempt took too long: a timer's word, or a mock's.</summary>
    public void TimedOut(Run run, BranchPosition branch, bool isHeartbeat, string? cause)
    {
        Settle(run, branch);
        TaskEvents.TimedOut(run, branch, ResourceOf(branch), ErrorNames.Timeout, cause);
        run.Fail(branch, new StateError(ErrorNames.Timeout, cause, isHeartbeat));
    }

    private static TaskResource ResourceOf(BranchPosition branch) => ((TaskState)branch.State).Resource;

    private static void Fail(Run run, BranchPosition branch, StateError error, bool atSubmission)
    {
        TaskEvents.Failed(run, branch, ResourceOf(branch), error.Error, error.Cause, atSubmission);
        run.Fail(branch, error);
    }

    private static void StartHeartbeat(Run run, TaskPosition task)
    {
        if (task.HeartbeatSeconds > 0)
        {
            task.HeartbeatTimerId = run.StartTimer(TimeSpan.FromSeconds(task.HeartbeatSeconds));
        }
    }

    /// <summary>The attempt is over: its timers are not wanted any more.</summary>
    private static void Settle(Run run, BranchPosition branch)
    {
        run.CancelTimer(branch.Task!.TimeoutTimerId);
        run.CancelTimer(branch.Task.HeartbeatTimerId);
        branch.Task = null;
    }

    private static long? Seconds(IntegerField? field, EvaluationContext context) =>
        field is null ? null : Math.Min(StateData.Integer(field, context, 1), Limits.WaitSeconds);
}
