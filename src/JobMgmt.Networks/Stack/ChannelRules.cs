using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>Where alerts go: a log group and a rule a channel, a rule for alerts of unknown channels, and rules for runs that can't report themselves or left work running.</summary>
internal static class ChannelRules
{
    private const string LogTarget = ChannelTargets.Log;
    private const string AlertTarget = "jobmgmt-alert";
    private const string RecoveredTarget = "jobmgmt-recovered";
    private const string StopTarget = "jobmgmt-stop";

    internal static IEnumerable<StackArtefact> LogGroups(RunJobStackNames names, RunJobStackOptions options)
    {
        yield return LogGroup(names, names.JobLogGroup, "The stdout and stderr of all jobs, a stream each.", options.JobLogRetentionInDays);
        foreach (var channel in options.AllChannels())
        {
            yield return LogGroup(names, names.ChannelLogGroup(channel), $"The alerts of channel '{channel}'.", options.AlertLogRetentionInDays);
        }

        yield return LogGroup(names, names.UnknownChannelLogGroup, "The alerts of channels that the stack does not know.", options.AlertLogRetentionInDays);
        yield return LogGroup(names, names.ConfirmedLogGroup, "Who has confirmed which alerts.", options.AlertLogRetentionInDays);
        yield return LogGroup(names, names.DeliveryLogGroup, "What became of alerts at webhooks, mail addresses and topics.", options.AlertLogRetentionInDays);
        yield return new LogResourcePolicyArtefact(names.AlertLogPolicy, "Lets EventBridge write alerts to the log groups.", EventBridgeWrites(names));
    }

    internal static IEnumerable<StackArtefact> Rules(RunJobStackNames names, RunJobStackOptions options)
    {
        foreach (var channel in options.AllChannels())
        {
            yield return Rule(
                names,
                names.ChannelRule(channel),
                $"Alerts of channel '{channel}'.",
                AlertPattern(Asl.Texts(channel)),
                new RuleTarget(LogTarget, names.LogGroupArn(names.ChannelLogGroup(channel))));
        }

        yield return Rule(
            names,
            names.UnknownChannelRule,
            "Alerts of channels that no other rule of the stack knows.",
            AlertPattern(Asl.List(JsonObject.Of(("anything-but", Asl.Texts(options.AllChannels().ToArray()))))),
            new RuleTarget(LogTarget, names.LogGroupArn(names.UnknownChannelLogGroup)));
        yield return Rule(
            names,
            names.NetworkStatusRule,
            "Runs of networks that could not report their end themselves.",
            EndedEarly(JsonObject.Of(("prefix", names.NetworkMachineArn("")))),
            new RuleTarget(AlertTarget, names.SendFailEventArn, names.RoleArn(names.TriggerRole)));
        yield return Rule(
            names,
            names.StackFailedRule,
            "Machines of the stack that failed at their own work, which nobody waits for.",
            StackFailure.Pattern(names),
            new RuleTarget(AlertTarget, names.SendFailEventArn, names.RoleArn(names.TriggerRole)));
        yield return Rule(
            names,
            names.NetworkSucceededRule,
            "Runs of networks that succeeded: the network may have failed before.",
            StatusEvent(("stateMachineArn", Asl.List(JsonObject.Of(("prefix", names.NetworkMachineArn(""))))), ("status", Asl.Texts("SUCCEEDED"))),
            new RuleTarget(RecoveredTarget, names.SendRecoveredArn, names.RoleArn(names.TriggerRole)));
        yield return Rule(
            names,
            names.ScheduleMissedRule,
            "Starts of networks that the local runtime's scheduler could not make. (On AWS the scheduler has no downtime, and StartNetwork says itself what it could not start.)",
            JsonObject.Of(
                ("source", Asl.Texts("jobmgmt.scheduler")),
                ("detail-type", Asl.Texts("Schedule Missed", "Schedule Failed")),
                ("detail", JsonObject.Of(("arn", Asl.List(JsonObject.Of(("prefix", names.Arn("scheduler", $"schedule/{names.ScheduleGroup}/")))))))),
            new RuleTarget(AlertTarget, names.SendFailEventArn, names.RoleArn(names.TriggerRole)));
        yield return Rule(
            names,
            names.ConfirmedRule,
            "Keeps which alerts somebody has confirmed.",
            JsonObject.Of(("source", Asl.Texts(AlertEvents.Source)), ("detail-type", Asl.Texts(AlertEvents.Confirmed))),
            new RuleTarget(LogTarget, names.LogGroupArn(names.ConfirmedLogGroup)));
        yield return Rule(
            names,
            names.DeliveryRule,
            "Keeps what the local runtime tells of alerts that it sends out. (AWS tells it by metrics.)",
            JsonObject.Of(
                ("source", Asl.Texts(AlertDeliveries.Source)),
                ("detail-type", Asl.Texts(AlertDeliveries.Delivered, AlertDeliveries.Delayed, AlertDeliveries.Failed)),
                ("detail", JsonObject.Of(("rule", Asl.List(JsonObject.Of(("prefix", names.ChannelRule("")))))))),
            new RuleTarget(LogTarget, names.LogGroupArn(names.DeliveryLogGroup)));
        yield return Rule(
            names,
            names.StopJobsRule,
            "Networks and jobs that ended before what they had started.",
            LeftWork(JsonObject.Of(("prefix", names.NetworkMachineArn(""))), names.RunJobArn),
            new RuleTarget(StopTarget, names.StopJobsArn, names.RoleArn(names.TriggerRole)));
    }

    private static JsonObject AlertPattern(JsonArray channel) => JsonObject.Of(
        ("source", Asl.Texts(AlertEvents.Source)),
        ("detail-type", Asl.Texts(AlertEvents.Alerts)),
        ("detail", JsonObject.Of(("channel", channel))));

    // An execution that fails in the ordinary way has sent its alert and has nothing running. One that was aborted, ran out of its own time or ended by an
    // error that nothing can catch, or by that of a gate's call, which no job's is, has not.
    private static JsonObject EndedEarly(JsonValue machines) => StatusEvent(Stopped(machines), Broken(machines, JsonObject.Of(("prefix", "Sfn."))));

    // A network that fails may have jobs running beside the one that failed: those of branches that Step Functions then stops.
    private static JsonObject LeftWork(JsonValue networks, JsonValue runJob) => StatusEvent(
        Stopped(networks, runJob), Broken(runJob), JsonObject.Of(("stateMachineArn", Asl.List(networks)), ("status", Asl.Texts("FAILED"))));

    internal static JsonObject StatusEvent(params JsonValue[] either) => StatusEvent(("$or", Asl.List(either)));

    private static JsonObject StatusEvent(params (string Name, JsonValue? Value)[] detail) => JsonObject.Of(
        ("source", Asl.Texts("aws.states")),
        ("detail-type", Asl.Texts("Step Functions Execution Status Change")),
        ("detail", JsonObject.Of(detail)));

    private static JsonObject Stopped(params JsonValue[] machines) =>
        JsonObject.Of(("stateMachineArn", Asl.List(machines)), ("status", Asl.Texts("ABORTED", "TIMED_OUT")));

    /// <summary>Ended by an error that nothing can catch, or by one of these.</summary>
    internal static JsonObject Broken(JsonValue machine, params JsonValue[] errors) => Broken(Asl.List(machine), errors);

    /// <summary>The same of any of several machines.</summary>
    internal static JsonObject Broken(JsonArray machines, params JsonValue[] errors) => JsonObject.Of(
        ("stateMachineArn", machines),
        ("status", Asl.Texts("FAILED")),
        ("error", new JsonArray(new JsonValue[] { "States.Runtime", Asl.TooMuch, Asl.EvaluationError }.Concat(errors))));

    private static LogGroupArtefact LogGroup(RunJobStackNames names, string name, string description, int retentionInDays) =>
        new(name, names.LogGroupArn(name), description, retentionInDays) { Tags = StackTags.OfStack(names) };

    private static RuleArtefact Rule(RunJobStackNames names, string name, string description, JsonObject pattern, params RuleTarget[] targets) =>
        new(name, names.RuleArn(name), description, pattern, targets) { Tags = StackTags.OfStack(names) };

    private static JsonObject EventBridgeWrites(RunJobStackNames names) => PolicyDocument.Of(JsonObject.Of(
        ("Sid", "EventBridgeWritesAlerts"),
        ("Effect", "Allow"),
        ("Principal", JsonObject.Of(("Service", Asl.Texts("events.amazonaws.com", "delivery.logs.amazonaws.com")))),
        ("Action", Asl.Texts("logs:CreateLogStream", "logs:PutLogEvents")),

        // A policy has 5,120 characters at most, so that it can't name each channel's group.
        ("Resource", Asl.Texts(new[] { names.ChannelLogGroup("*"), names.UnknownChannelLogGroup, names.ConfirmedLogGroup, names.DeliveryLogGroup }.Select(group => names.LogGroupArn(group) + ":*").ToArray()))));
}
