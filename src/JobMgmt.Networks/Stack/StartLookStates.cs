using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// What StartNetwork does for the schedule of a trigger's StartBy: it starts nothing, but looks whether a run of the network has begun since the trigger was due, and raises one alert where none has. A run
/// that waits for another one of its network, or was skipped because of it, has not begun. Six transitions and two calls where one has begun; the schedule is due once a day.
/// </summary>
internal static class StartLookStates
{
    /// <summary>
    /// The member of the input that says so: <c>{"Seconds":7200,"Slack":3600}</c>, how long before the look the trigger was due, and how much earlier a run of it may have begun where the clock has been set
    /// between the two; true of a trigger that names no time.
    /// </summary>
    internal const string Member = "Look";

    /// <summary>When the trigger was due, as the input tells it; of a look, when it was due before: a calendar is asked for that day, which need not be the one on which the look is made.</summary>
    internal const string Due = "(" + IsTimed + " ? $fromMillis($toMillis(" + Asl.Given + ".DueTime) - 1000 * " + Asl.Given + "." + Member
        + ".Seconds, '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z') : " + Asl.Given + ".DueTime)";

    /// <summary>Says in the state's input that it is of a run that has not begun.</summary>
    internal const string Overdue = "Overdue";

    /// <summary>Says in the state's input that one was started, and waits or was skipped.</summary>
    internal const string Waits = "Waits";

    internal const string IsWanted = "$exists(" + Asl.Given + "." + Member + ")";

    private const string IsTimed = "$type(" + Asl.Given + "." + Member + ") = 'object'";

    // Where the trigger names no time: a run of the night before is none of this one, and a file may well come in the afternoon before.
    private const string Window = "43200";

    // So many runs are looked at: those that wait behind one that hangs.
    private const int MostRuns = 20;

    // A run that is held has been told of when it was held, and who discards it has decided: neither is overdue.
    // Where a run is that has not begun. Its newest events tell: those of the state that it entered last, and few more where a call was tried again.
    private const int MostEvents = 20;
    private const string NotBegun = "[\"" + NetworkStateNames.WaitForTurn + "\", \"" + NetworkStateNames.Skipped + "\"]";

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names)
    {
        yield return Asl.State(StartNetworkStates.ReadRuns, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "The newest runs come first: which were started in that time?"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:listExecutions"),
            ("Arguments", JsonObject.Of(("StateMachineArn", JsonataText.Expression($"'{names.NetworkMachineArn("")}' & {Asl.Given}.NetworkName")), ("MaxResults", MostRuns))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never("Sfn.StateMachineDoesNotExistException", Asl.EvaluationError), Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Output", JsonataText.Expression(
                $"($from := $toMillis($due) - 1000 * ({IsTimed} ? {Asl.Given}.{Member}.Slack : {Window}); {{'Runs': [$states.result.Executions[$toMillis(StartDate) >= $from].ExecutionArn]}})")),
            ("Next", StartNetworkStates.HasBegun)));
        yield return Asl.State(StartNetworkStates.HasBegun, Asl.Choose(
            null,
            StartNetworkStates.FindChannel,
            JsonObject.Of((Overdue, true), (Waits, JsonataText.Expression("$exists($states.input.Begun)")), ("Error", ""), ("Cause", "")),
            Asl.When("$states.input.Begun = true", Asl.Input, StartNetworkStates.StartedInTime),
            Asl.When("$count($states.input.Runs) > 0", Asl.Input, StartNetworkStates.ReadEvents)));
        yield return Asl.State(StartNetworkStates.ReadEvents, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "Where the run is: one that waits for its turn, or was skipped, is none that has begun; the one before it may be."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:getExecutionHistory"),
            ("Arguments", JsonObject.Of(
                ("ExecutionArn", JsonataText.Expression("$states.input.Runs[0]")), ("ReverseOrder", true), ("MaxResults", MostEvents), ("IncludeExecutionData", false))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Output", JsonataText.Expression(
                $"($entered := $states.result.Events[$exists(StateEnteredEventDetails)][0].StateEnteredEventDetails.Name; $runs := $states.input.Runs; "
                + $"$isDiscarded := '{JobErrors.RunDiscarded}' in $states.result.Events.TaskFailedEventDetails.Error; "
                + $"{{'Begun': $isDiscarded or $not($exists($entered) and $entered in {NotBegun}), 'Runs': [$filter($runs, function($run, $i) {{$i > 0}})]}})")),
            ("Next", StartNetworkStates.HasBegun)));
        yield return Asl.State(StartNetworkStates.StartedInTime, JsonObject.Of(("Type", "Succeed")));
    }
}
