using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendFailEvent: puts one alert event on the default bus. Its input is a network's (Error, Cause, Channel, AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID, and what <see cref="AlertDetail"/> names),
/// EventBridge's own status event of a run that could not report itself or of a machine of the stack that failed, or the scheduler's event of a start that it did not make.
/// </summary>
/// <remarks>
/// What is handed from state to state is what <see cref="AlertDetail"/> makes of the input. Its <c>cause</c> is sent as an object where it is one in JSON, else as the text: JSONata can't try
/// whether a text is JSON, but the state that parses it can catch that it is not. Whatever fails before the alert is sent, the alert is sent without it.
/// </remarks>
internal static class SendFailEventStateMachine
{
    private const string NotTaken = "EventBridge.FailedEntry";

    // Beyond all retries of its calls.
    private const int TimeoutSeconds = 840;

    // Of a schedule that can't be read, such as one that is gone.
    private static readonly string MayBeLeftOut = $"$merge([$states.input, {{{AlertDetail.WithNote("' If the trigger has a calendar, that may leave some of them out.'")}}}])";

    private const string Parsed =
        "($c := $states.input.Detail.cause; $isObject := $type($c) = 'string' ? $substring($trim($c), 0, 1) = '{' : false; $isObject ? $parse($c) : $c)";

    internal static StateMachineArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.SendFailEvent,
        names.SendFailEventArn,
        "Puts one alert event, with its channel, on the event bus.",
        Asl.Machine(
            "Puts one alert event. Input: Error, Cause, Channel and the network's execution id, or a status event.",
            SendFailEventStates.WhatIsIt,
            TimeoutSeconds,
            States(names, options)),
        names.RoleArn(names.SendFailEventRole))
    {
        Tags = StackTags.OfStack(names),
    };

    private static IEnumerable<KeyValuePair<string, JsonValue>> States(RunJobStackNames names, RunJobStackOptions options)
    {
        yield return Asl.State(SendFailEventStates.WhatIsIt, Asl.Choose(
            "An alert is never refused for its input: what is missing gets a default, and an input that is no object is the cause.",
            SendFailEventStates.WhatIsToDo,
            AlertDetail.OfNetwork(names, options),
            Asl.When(StackFailure.Is(names), StackFailure.Alert(names, options), SendFailEventStates.WhatIsToDo),
            Asl.When(AlertDetail.IsNestedStatusEvent(names), null, SendFailEventStates.ToldByParent),
            Asl.When(AlertDetail.IsStatusEvent, AlertDetail.OfStatusEvent(names, options), SendFailEventStates.FindChannel),
            Asl.When(AlertDetail.IsScheduleEvent, AlertDetail.OfScheduleEvent(names, options), SendFailEventStates.FindNetwork)));
        yield return Asl.State(SendFailEventStates.ToldByParent, JsonObject.Of(
            ("Type", "Succeed"), ("Comment", "The run is a job of another network: that one's alert names it, or says who stopped it, so that one failure is told once.")));
        yield return Asl.State(SendFailEventStates.FindNetwork, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "What the schedule gives to StartNetwork names the network; the schedule's own name need not."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:scheduler:getSchedule"),
            ("Arguments", JsonObject.Of(
                ("GroupName", names.ScheduleGroup), ("Name", JsonataText.Expression($"$split({Asl.Given}.detail.arn, '/')[-1]")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Never("Scheduler.ResourceNotFoundException", Asl.EvaluationError), Asl.Retrier(2, 2, 3, maxDelay: null, jitter: true, "States.TaskFailed"))),
            ("Catch", Asl.List(Asl.Catcher(SendFailEventStates.FindChannel, JsonataText.Expression(MayBeLeftOut), "States.ALL"))),
            ("Output", JsonataText.Expression(
                "($given := $parse($states.result.Target.Input); $network := $given.NetworkName; $calendar := $given.Trigger.Calendar; "
                + "$note := $type($calendar) = 'string' ? ' The trigger has the calendar ' & $calendar & ', which may leave some of them out.' : ''; "
                + $"$type($network) = 'string' ? $merge([$states.input, {{{AlertDetail.WithNote("$note", "{'networkName': $network}")}, 'Tagged': '{names.NetworkMachineArn("")}' & $network}}]) : {MayBeLeftOut})")),
            ("Next", SendFailEventStates.FindChannel)));
        yield return Asl.State(SendFailEventStates.FindChannel, JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "The network's own channel, name and digest are tags of its state machine; a network written by hand has none."),
            ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:listTagsForResource"),
            ("Arguments", JsonObject.Of(("ResourceArn", JsonataText.Expression("$states.input.Tagged")))),
            ("TimeoutSeconds", JobTimeouts.CallSeconds),
            ("Retry", Asl.List(Asl.Retrier(2, 2, 3, maxDelay: null, jitter: true, "States.TaskFailed"))),
            ("Catch", Asl.List(Asl.Catcher(SendFailEventStates.WhatIsToDo, Asl.Input, "States.ALL"))),
            ("Output", JsonataText.Expression(
                $"$merge([$states.input, {{'Detail': $merge([$states.input.Detail, {{'channel': {Tag(StackTags.Channel)}, 'networkName': {Tag(StackTags.Network)}}}])}}, "
                + $"$exists($states.input.Machine) ? {{'Digest': $number({Tag(StackTags.Digest)})}}])")),
            ("Next", SendFailEventStates.WhatIsToDo)));
        yield return Asl.State(SendFailEventStates.WhatIsToDo, Asl.Choose(
            null,
            SendFailEventStates.IsFailing,
            null,
            Asl.When("$exists($states.input.Lost)", null, SendFailEventStates.IsLostAnew),
            Asl.When("$exists($states.input.Machine) and ($type($states.input.Digest) = 'number' ? $states.input.Digest > 0 : false)", null, SendFailEventStates.IsFirst),
            Asl.When("$exists($states.input.Log)", null, SendFailEventStates.ReadStdout)));
        foreach (var state in WorkerLost(names).Concat(AlertFoldStates.Build(names, SendFailEventStates.Unfolded)).Concat(AlertLogStates.Build(names, SendFailEventStates.IsFailing)))
        {
            yield return state;
        }

        yield return Asl.State(SendFailEventStates.Unfolded, Asl.Choose(
            null, SendFailEventStates.IsFailing, null, Asl.When("$exists($states.input.Log)", null, SendFailEventStates.ReadStdout)));
        yield return Asl.State(SendFailEventStates.IsFailing, Asl.Choose(
            "A network that goes on all the same does not fail, nor does one that has not started.",
            SendFailEventStates.Send,
            null,
            Asl.When("$exists($states.input.Machine)", null, SendFailEventStates.Mark)));
        yield return Asl.State(SendFailEventStates.Mark, FailingNetwork.Mark(names, told: true)
            .With("Catch", Asl.List(Asl.Catcher(SendFailEventStates.Send, Asl.Input, "States.ALL")))
            .With("Output", Asl.Input)
            .With("Next", SendFailEventStates.Send));
        yield return Asl.State(SendFailEventStates.Send, Put(
            names,
            "Only what looks like an object is parsed; a text that is none after all goes as text.",
            JsonataText.Expression("$states.input.Kind"),
            Detail(names, $", {{'cause': {Parsed}}}"),
            Asl.List(Asl.Never(Asl.EvaluationError), Asl.Retrier(2, 2, 1, maxDelay: null, jitter: true, NotTaken), Patient()),
            Asl.List(Asl.Catcher(SendFailEventStates.SendText, Asl.Input, Asl.EvaluationError, NotTaken)))
            .With("End", true));
        yield return Asl.State(SendFailEventStates.SendText, Put(names, null, JsonataText.Expression("$states.input.Kind"), Detail(names, ""), Asl.List(Patient()), null).With("End", true));
    }

    // A worker is lost once, whatever jobs it had: they all find the same last sign of life.
    private static IEnumerable<KeyValuePair<string, JsonValue>> WorkerLost(RunJobStackNames names)
    {
        var told = JsonataText.Expression("$sift($states.input, function($v, $k) { $k != 'Lost' })");
        yield return Asl.State(SendFailEventStates.IsLostAnew, AlertTable.Call(names, "updateItem", AlertTable.Worker("$states.input.Detail.worker"), JsonObject.Of(
            ("UpdateExpression", "SET LastPing = :ping, CountedBy = :by"),
            ("ConditionExpression", "attribute_not_exists(Alert) OR LastPing <> :ping OR CountedBy = :by"),
            ("ExpressionAttributeValues", JsonObject.Of(
                (":ping", AlertTable.Text(JsonataText.Expression("$string($exists($states.input.Lost.LastPing) ? $states.input.Lost.LastPing : $states.input.Lost.Status)"))),
                (":by", AlertTable.Text(JsonataText.Expression("$states.context.Execution.Name")))))))
            .With("Catch", Asl.List(Asl.Catcher(SendFailEventStates.WhatIsToDo, told, LockTable.Refused), Asl.Catcher(SendFailEventStates.SendWorkerLost, Asl.Input, "States.ALL")))
            .With("Output", Asl.Input)
            .With("Next", SendFailEventStates.SendWorkerLost));
        yield return Asl.State(SendFailEventStates.SendWorkerLost, Put(
            names,
            null,
            AlertEvents.WorkerLost,
            JsonataText.Expression(
                "($in := $states.input; $d := $merge([$in.Detail, {'error': '" + JobErrors.WorkerLost + "', 'cause': {'Message': 'The worker ' & $in.Detail.worker & ' does not answer (' & $in.Lost.Status & ')' "
                + "& ($exists($in.Lost.LastPing) ? ' since ' & $in.Lost.LastPing) & '. It had the job ' & $string($in.Detail.jobName) & ' of ' & $string($in.Detail.networkName) & '.', "
                + $"'Status': $in.Lost.Status, 'LastPing': $in.Lost.LastPing}}}}]); $merge([$d, {{'next': {AlertCommands.Build(names, $"'{AlertEvents.WorkerLost}'", "$d")}}}]))"),
            Asl.List(Patient()),
            Asl.List(Asl.Catcher(SendFailEventStates.WhatIsToDo, told, "States.ALL")))
            .With("Output", told)
            .With("Next", SendFailEventStates.WhatIsToDo));
    }

    private static string Detail(RunJobStackNames names, string more) => JsonataText.Expression(
        $"$merge([$states.input.Detail, {{'next': {AlertCommands.Build(names, "$states.input.Kind", "$states.input.Detail")}}}{more}])");

    private static JsonObject Put(RunJobStackNames names, string? comment, string kind, string detail, JsonArray retry, JsonArray? catchers) => JsonObject.Of(
        ("Type", "Task"),
        ("Comment", Asl.Optional(comment)),
        ("Resource", $"arn:{names.Partition}:states:::events:putEvents"),
        ("Arguments", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(("Source", AlertEvents.Source), ("DetailType", kind), ("Detail", detail)))))),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", retry),
        ("Catch", catchers));

    // Missing where there is no such tag; an object leaves out what is missing.
    private static string Tag(string key) => $"$states.result.Tags[Key = '{key}'].Value";

    private static JsonObject Patient() => Asl.Retrier(2, 2, 6, maxDelay: 30, jitter: true, "States.ALL");
}
