using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// What StartNetwork does for the schedule of a trigger's StartBy: it starts nothing, but looks whether a run of the network has begun, and raises one alert where none has. One transition, one call and
/// five more transitions with an alert; the schedule is due once a day.
/// </summary>
internal static class StartLookStates
{
    /// <summary>The member of the input that says so.</summary>
    internal const string Member = "Look";

    /// <summary>Says in the state's input that it is of a run that has not begun.</summary>
    internal const string Overdue = "Overdue";

    internal const string IsWanted = Asl.Given + "." + Member + " = true";

    // A run of the night before is no run of this one, and a file may well come in the afternoon before.
    private const string Window = "43200000";

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names)
    {
        yield return Asl.State(StartNetworkStates.ReadRuns, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "The newest run comes first: has it begun in the 12 hours before?"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:listExecutions"),
            ("Arguments", JsonObject.Of(("StateMachineArn", JsonataText.Expression($"'{names.NetworkMachineArn("")}' & {Asl.Given}.NetworkName")), ("MaxResults", 1))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never("Sfn.StateMachineDoesNotExistException", Asl.EvaluationError), Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Output", JsonataText.Expression(
                $"($run := $states.result.Executions[0]; {{'Begun': $exists($run) ? $toMillis($run.StartDate) >= $toMillis($due) - {Window} : false}})")),
            ("Next", StartNetworkStates.HasBegun)));
        yield return Asl.State(StartNetworkStates.HasBegun, Asl.Choose(
            null, StartNetworkStates.FindChannel, JsonObject.Of((Overdue, true), ("Error", ""), ("Cause", "")), Asl.When("$states.input.Begun", Asl.Input, StartNetworkStates.StartedInTime)));
        yield return Asl.State(StartNetworkStates.StartedInTime, JsonObject.Of(("Type", "Succeed")));
    }
}
