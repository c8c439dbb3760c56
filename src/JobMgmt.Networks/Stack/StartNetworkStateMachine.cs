using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// StartNetwork: what every trigger starts, to start its network. The run's name is made from the network's and the due time, so that one due time never starts two runs, however often Scheduler
/// delivers it: a schedule alone can't name the run so, since the scheduled time that it can tell has colons in it, which no execution's name may have.
/// </summary>
/// <remarks>
/// Where the trigger has a calendar, its schedule is due every day, and the calendar and the Rule of the input say which days are the trigger's.
/// Input: NetworkName, DueTime (<c>2026-11-28T03:00:00Z</c>; of an event, its time), Look (it starts nothing: <see cref="StartLookStates"/>), Event, Rule, Trigger (the trigger's definition), Input (what the run is given: tags and Parameters).
/// A network that comes after another has that one's due time, mark and business date, so that it too starts once for each of them, also where the other one had to be restarted.
/// </remarks>
internal static class StartNetworkStateMachine
{
    private const string Network = Asl.Given + ".NetworkName";

    // An execution's name has 80 characters, of which the due time and the hyphen before it take 17.
    private const int MaxNetwork = 63;

    // Two events may have one time: of theirs, the event's id is in the name too. It is the run's mark, which what comes after it has as well: one for each of those runs.
    private const string RunName = "$substring(" + Network + ", 0, 63 - $length($mark)) & '-' & $replace($due, /[^0-9TZ]/, '') & $mark";

    // What the run is told of its start; of a network that comes after another, the other's due time, mark and business date.
    private const string Start = "$merge([{'Name': " + Asl.Given + ".Trigger.Name, 'DueTime': $due}, $mark = '' ? {} : {'Mark': $substring($mark, 1)}, $date = '' ? {} : {'BusinessDate': $date}])";

    // A parameter such as $.detail.object.key is taken from the event; what is not there is an empty text, and what is no text its JSON.
    private const string Parameters =
        "($event := " + Asl.Given + ".Event; $given := " + Asl.Given + ".Input; $exists($event) and $exists($given.Parameters) ? $merge([$given, {'Parameters': $merge($each($given.Parameters, function($value, $name) {"
        + "{$name: $substring($value, 0, 2) = '$.' ? ($found := $reduce($split($value, '.'), function($at, $step) { $step = '$' ? $at : $type($at) = 'object' ? $lookup($at, $step) }, $event); "
        + "$exists($found) ? $string($found) : '') : $value}}))}]) : $given)";

    private const string HasCalendar = "$type(" + Asl.Given + ".Trigger.Calendar) = 'string'";
    private const string IsAfter = "$type(" + Asl.Given + ".Trigger.After) = 'string'";

    // The input of a run is JSON, but need not be an object of ours.
    private const string Other = "$input := $parse($states.result.Input); $other := $type($input) = 'object' ? $input.Trigger : {}";

    // Runs that no trigger started may begin in one second, and the runs of several jobs have one due time, their parent's: these are told apart by their names, and a restart is of the run that it continues. By
    // its name a run is a job's also where it was restarted by itself, and its input names no parent any more. A mark that StartNetwork did not write could make a name that no execution may have.
    private const string OtherMark =
        Other + "; $name := $replace($states.result.Name, /(.)-restart-[0-9]+$/, '$1'); "
        + "$not($type($other.DueTime) = 'string') or $contains($name, /" + NestedState.NameEnd + "$/) ? '-' & $substring($hash($name, 'SHA-256'), 0, 8) "
        + ": $type($other.Mark) = 'string' ? ($contains($other.Mark, /^[0-9A-Za-z]{1,8}$/) ? '-' & $other.Mark : '') : ''";

    private const int TimeoutSeconds = 3600;

    internal static StateMachineArtefact Artefact(RunJobStackNames names) => new(
        names.StartNetwork,
        names.StartNetworkArn,
        "Starts a network for one of its triggers, once for each due time.",
        Asl.Machine("Starts a network. Input: NetworkName, DueTime, Trigger, and Input, which the run gets.", StartNetworkStates.What, TimeoutSeconds, States(names)),
        names.RoleArn(names.StartNetworkRole))
    {
        Tags = StackTags.OfStack(names),
    };

    /// <summary>The name of the run of a due time, as the machine makes it.</summary>
    internal static string Name(string network, string due)
    {
        // JSONata counts code points
        var length = 0;
        for (var i = 0; i < MaxNetwork && length < network.Length; i++)
        {
            length += char.IsSurrogatePair(network, length) ? 2 : 1;
        }

        return $"{network.Substring(0, length)}-{due}";
    }

    private static JsonObject First(string mark) => JsonObject.Of(
        ("due", JsonataText.Expression(StartLookStates.Due)), ("mark", JsonataText.Expression(mark)), ("date", ""));

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names)
    {
        yield return Asl.State(StartNetworkStates.What, Asl.Choose(
            "A calendar decides whether the day is one of the trigger's; what a network comes after is asked for its due time.",
            StartNetworkStates.ReadSuspensions,
            Asl.Input,
            Asl.When(HasCalendar, Asl.Input, StartNetworkStates.ReadCalendar).With("Assign", First("''")),
            Asl.When(StartLookStates.IsWanted, Asl.Input, StartNetworkStates.ReadRuns).With("Assign", First("''")),
            Asl.When(IsAfter, Asl.Input, StartNetworkStates.ReadOther).With("Assign", First("''"))).With("Assign", First($"$type({Asl.Given}.Event) = 'object' ? '-' & $substring({Asl.Given}.Event.id, 0, 8) : ''")));
        yield return Asl.State(StartNetworkStates.ReadCalendar, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "What the calendar does not tell is an error, and an alert: a day is never guessed."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:ssm:getParameter"),
            ("Arguments", JsonObject.Of(("Name", JsonataText.Expression($"'{names.CalendarParameter("")}' & {Asl.Given}.Trigger.Calendar")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never("Ssm.ParameterNotFoundException", Asl.EvaluationError), Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Output", JsonataText.Expression($"($calendar := $parse($states.result.Parameter.Value); $rule := {Asl.Given}.Rule; {GateExpression.Text})")),
            ("Next", StartNetworkStates.IsDay)));
        yield return Asl.State(StartNetworkStates.IsDay, Asl.Choose(
            null,
            StartNetworkStates.NotDue,
            Asl.Input,
            Asl.When($"$states.input.Runs and {StartLookStates.IsWanted}", Asl.Input, StartNetworkStates.ReadRuns),
            Asl.When("$states.input.Runs", Asl.Input, StartNetworkStates.ReadSuspensions).With("Assign", JsonObject.Of(("date", "{% $states.input.BusinessDate %}")))));
        yield return Asl.State(StartNetworkStates.NotDue, JsonObject.Of(("Type", "Succeed"), ("Comment", "The output says why.")));
        yield return Asl.State(StartNetworkStates.ReadOther, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:describeExecution"),
            ("Arguments", JsonObject.Of(("ExecutionArn", JsonataText.Expression(Asl.Given + ".Event.detail.executionArn")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Assign", JsonObject.Of(
                ("due", JsonataText.Expression($"({Other}; $type($other.DueTime) = 'string' ? $other.DueTime : $substring($states.result.StartDate, 0, 19) & 'Z')")),
                ("mark", JsonataText.Expression($"({OtherMark})")),
                ("date", JsonataText.Expression($"({Other}; $type($other.BusinessDate) = 'string' ? $other.BusinessDate : '')")))),
            ("Output", Asl.Input),
            ("Next", StartNetworkStates.ReadSuspensions)));
        yield return Asl.State(StartNetworkStates.ReadSuspensions, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "A run of a time at which the network is suspended is started, and waits before its first job: it is held, not lost."),
            ("Resource", SuspensionTable.Resource(names)),
            ("Arguments", SuspensionTable.Arguments(names, Network)),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Assign", JsonObject.Of(("hold", JsonataText.Expression($"($hold := {SuspensionTable.Hold("$due")}; $exists($hold) ? {{'{RunHold.Member}': $hold}} : {{}})")))),
            ("Output", Asl.Input),
            ("Next", StartNetworkStates.Start)));
        yield return Asl.State(StartNetworkStates.Start, JsonObject.Of(
            ("Type", "Task"),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:startExecution"),
            ("Arguments", JsonObject.Of(
                ("StateMachineArn", JsonataText.Expression($"'{names.NetworkMachineArn("")}' & {Network}")),
                ("Name", JsonataText.Expression(RunName)),
                ("Input", JsonataText.Expression($"$string($merge([{Parameters}, {{'Trigger': {Start}}}, $hold]))")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(
                Asl.Never("Sfn.ExecutionAlreadyExistsException", "Sfn.StateMachineDoesNotExistException", "Sfn.InvalidArnException", "Sfn.InvalidNameException", Asl.EvaluationError),
                Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(
                Asl.Catcher(StartNetworkStates.StartedAlready, JsonObject.Empty, "Sfn.ExecutionAlreadyExistsException"),
                Asl.Catcher(StartNetworkStates.FindChannel, JsonataText.Expression("$states.errorOutput"), "States.ALL"))),
            ("Output", JsonataText.Expression("{'ExecutionArn': $states.result.ExecutionArn}")),
            ("Next", StartNetworkStates.Started)));
        foreach (var look in StartLookStates.Build(names))
        {
            yield return look;
        }

        yield return Asl.State(StartNetworkStates.Started, JsonObject.Of(("Type", "Succeed")));
        yield return Asl.State(StartNetworkStates.StartedAlready, JsonObject.Of(
            ("Type", "Succeed"), ("Comment", "Scheduler delivers at least once, and a trigger may need two schedules that are due together: the network is started once.")));
        yield return Asl.State(StartNetworkStates.FindChannel, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "The network's own channel; where it can't be found, the stack's default gets the alert."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:listTagsForResource"),
            ("Arguments", JsonObject.Of(("ResourceArn", JsonataText.Expression($"'{names.NetworkMachineArn("")}' & {Network}")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never("Sfn.ResourceNotFoundException", "Sfn.InvalidArnException", Asl.EvaluationError), Asl.Retrier(2, 2, 3, maxDelay: null, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.Alert, Asl.Input, "States.ALL"))),
            ("Output", JsonataText.Expression($"$merge([$states.input, {{'Channel': $states.result.Tags[Key = '{StackTags.Channel}'].Value}}])")),
            ("Next", StartNetworkStates.Alert)));
        yield return Asl.State(StartNetworkStates.Alert, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "SendFailEvent sees to it that the alert is sent."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:startExecution"),
            ("Arguments", JsonObject.Of(
                ("StateMachineArn", names.SendFailEventArn),
                ("Input", JsonataText.Expression(
                    $"($by := {Asl.Given}.Trigger.StartBy; $late := $states.input.{StartLookStates.Overdue} = true; "
                    + $"$string($merge([{{'{NestedState.StartedBy}': $states.context.Execution.Id, '{AlertDetail.DetailType}': $late ? '{AlertEvents.Overdue}' : '{AlertEvents.Missed}', 'NetworkName': {Network}, "
                    + $"'Error': $late ? '{JobErrors.Overdue}' : '{JobErrors.NotStarted}', "
                    + $"'Cause': $late ? 'No run of the network has begun by ' & $by & ' (' & ($exists({Asl.Given}.Trigger.TimeZone) ? {Asl.Given}.Trigger.TimeZone : 'UTC') & '), as its trigger ' & {Asl.Given}.Trigger.Name & ' wants.' & ($states.input.{StartLookStates.Waits} = true ? ' One was started: it waits for another run of the network, or was skipped because of it.' : '') "
                    + $": 'The trigger ' & {Asl.Given}.Trigger.Name & ' could not start the network, due at ' & $due & ': ' & $states.input.Error & ': ' & $states.input.Cause}}, "
                    + "$type($states.input.Channel) = 'string' ? {'Channel': $states.input.Channel} : {}])))")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Retrier(2, 2, 8, maxDelay: 120, jitter: true, "States.ALL"))),
            ("Catch", Asl.List(Asl.Catcher(StartNetworkStates.NotTold, Asl.Input, "States.ALL"))),
            ("Output", Asl.Input),
            ("Next", StartNetworkStates.Failed)));
        yield return Asl.State(StartNetworkStates.Failed, Fail(JobErrors.NotStarted));
        yield return Asl.State(StartNetworkStates.NotTold, Fail(JobErrors.AlertNotSent));
    }

    private static JsonObject Fail(string error) => JsonObject.Of(
        ("Type", "Fail"),
        ("Error", error),
        ("Cause", JsonataText.Expression($"$states.input.{StartLookStates.Overdue} = true ? 'No run has begun in time.' : $string($states.input.Error) & ': ' & $string($states.input.Cause)")));
}
