using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// WatchDeadline: started by a network's run, it waits until each of the run's deadlines, and raises an alert where what was to have happened by then has not. It stops the run where that is asked for. A run
/// that has ended before costs it a look.
/// </summary>
/// <remarks>
/// Input: ExecutionArn, StartTime, NetworkName, Channel, Stop, and Deadlines, each with Kind, At and Message; those of a job with Job and the names of its states: Decision (whether it runs), Begin (the first
/// one behind it) and State (its work). The history is read from its end, without data, until it tells.
/// </remarks>
internal static class WatchDeadlineStateMachine
{
    private const string EachDeadline = "Each deadline";
    private const string Until = "Until the deadline";
    private const string ReadRun = "Read run";
    private const string DoesItGoOn = "Does the run go on?";
    private const string ReadEvents = "Read events";
    private const string HowIsTheJob = "How is the job?";
    private const string Alert = "Alert";
    private const string IsItStopped = "Is the run to be stopped?";
    private const string StopRun = "Stop run";
    private const string Done = "Done";

    /// <summary>The states that it enters for a run that ends in time, beside those for each deadline.</summary>
    internal const int Transitions = 1;

    /// <summary>Those that it enters for each deadline.</summary>
    internal const int TransitionsEach = 4;

    // An answer has 256 KB; an event without data has some 300 bytes.
    private const int EventsAtOnce = 500;

    internal static StateMachineArtefact Artefact(RunJobStackNames names) => new(
        names.WatchDeadline,
        names.WatchDeadlineArn,
        "Raises an alert when a run, or a job of it, is overdue.",
        Asl.Machine("Watches a run's deadlines. Input: the run, its channel, and the deadlines.", EachDeadline, null, new[]
        {
            Asl.State(EachDeadline, JsonObject.Of(
                ("Type", "Map"),
                ("Items", JsonataText.Expression("$states.input.Deadlines")),
                ("ItemProcessor", JsonObject.Of(
                    ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))), ("StartAt", Until), ("States", new JsonObject(States(names))))),
                ("End", true))),
        }),
        names.RoleArn(names.WatchDeadlineRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names)
    {
        yield return Asl.State(Until, JsonObject.Of(("Type", "Wait"), ("Timestamp", JsonataText.Expression("$states.input.At")), ("Next", ReadRun)));
        yield return Asl.State(ReadRun, Call(
            names, "aws-sdk:sfn:describeExecution", JsonObject.Of(("ExecutionArn", Run)), JsonataText.Expression("$merge([$states.input, {'Status': $states.result.Status}])"), DoesItGoOn));
        yield return Asl.State(DoesItGoOn, Asl.Choose(
            null,
            Done,
            null,
            Asl.When("$states.input.Status = 'RUNNING' and $exists($states.input.Job)", null, ReadEvents),
            Asl.When("$states.input.Status = 'RUNNING'", null, Alert)));
        yield return Asl.State(ReadEvents, Call(
            names,
            "aws-sdk:sfn:getExecutionHistory",
            JsonataText.Expression(
                $"($token := $states.input.NextToken; $merge([{{'ExecutionArn': {Asl.Given}.ExecutionArn, 'ReverseOrder': true, 'IncludeExecutionData': false, 'MaxResults': {EventsAtOnce.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}, "
                + "$type($token) = 'string' ? {'NextToken': $token} : {}]))"),
            JsonataText.Expression(
                "($in := $states.input; $entered := $states.result.Events.StateEnteredEventDetails.Name; $exited := $states.result.Events.StateExitedEventDetails.Name; "
                + "$merge([$in, {'NextToken': $exists($states.result.NextToken) ? $states.result.NextToken : null, 'Ended': $in.State in $exited, 'Started': $in.State in $entered, "
                + "'Begun': $in.Begun = true or $in.Begin in $entered, 'Decided': $in.Decided = true or $in.Decision in $exited}]))"),
            HowIsTheJob));
        yield return Asl.State(HowIsTheJob, Asl.Choose(
            "A job that was decided on and has not begun was passed over.",
            Alert,
            null,
            Asl.When("$states.input.Ended", null, Done),
            Asl.When("$states.input.Started and $states.input.Kind = 'StartBy'", null, Done),
            Asl.When("$states.input.Started", null, Alert),
            Asl.When("$type($states.input.NextToken) = 'string'", null, ReadEvents),
            Asl.When("$states.input.Decided and $not($states.input.Begun)", null, Done)));
        yield return Asl.State(Alert, Call(
            names,
            "aws-sdk:sfn:startExecution",
            JsonObject.Of(("StateMachineArn", names.SendFailEventArn), ("Input", JsonataText.Expression(AlertInput))),
            Asl.Input,
            IsItStopped));
        yield return Asl.State(IsItStopped, Asl.Choose(null, Done, null, Asl.When($"{Asl.Given}.Stop = true", null, StopRun)));
        yield return Asl.State(StopRun, Call(
            names,
            "aws-sdk:sfn:stopExecution",
            JsonObject.Of(("ExecutionArn", Run), ("Error", JobErrors.Deadline), ("Cause", JsonataText.Expression("$states.input.Message"))),
            Asl.Input,
            Done));
        yield return Asl.State(Done, JsonObject.Of(("Type", "Succeed"), ("Output", JsonObject.Empty)));
    }

    private static string Run => JsonataText.Expression(Asl.Given + ".ExecutionArn");

    // The alert is of the run, and not of its watch.
    private static string AlertInput { get; } =
        $"$string({{'{NestedState.StartedBy}': {Asl.Given}.ExecutionArn, '{AlertDetail.DetailType}': '{AlertEvents.Overdue}', 'Error': '{JobErrors.Overdue}', 'Channel': {Asl.Given}.Channel, "
        + $"'NetworkName': {Asl.Given}.NetworkName, 'JobName': $exists($states.input.Job) ? $states.input.Job : '', "
        + "'Cause': $string({'Message': $states.input.Message, 'Deadline': $states.input.Kind, 'DueTime': $states.input.At, "
        + $"'ElapsedSeconds': $floor(($toMillis($states.context.State.EnteredTime) - $toMillis({Asl.Given}.StartTime)) / 1000)}})}})";

    private static JsonObject Call(RunJobStackNames names, string resource, JsonValue arguments, string output, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::{resource}"),
        ("Arguments", arguments),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(1, 2, 12, maxDelay: 60, jitter: true, "States.ALL"))),
        ("Output", output),
        ("Next", next));
}
