using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>The state that holds a job: it puts an event in the form of an alert, for the network's channel, and waits until somebody answers its task token.</summary>
internal static class HoldState
{
    // As long as an execution lasts; a HoldTimeout is less.
    private const int WithoutTimeout = HoldRules.MostSeconds + 1;
    private const int PutAttempts = 6;
    private const string OwnMessage = "HoldMessage";

    /// <summary>How long the state waits at most, in seconds.</summary>
    internal static int Seconds(JobDefinition job) => job.HoldTimeout ?? WithoutTimeout;

    /// <summary>The state.</summary>
    /// <param name="job">The job that waits.</param>
    /// <param name="network">Its network.</param>
    /// <param name="names">The stack.</param>
    /// <param name="options">The stack's options: the channel of a network that names none.</param>
    /// <param name="onFailure">Where the branch goes on when it is denied, or nobody answers.</param>
    /// <param name="next">Where the job begins.</param>
    internal static JsonObject Build(JobDefinition job, JobNetwork network, RunJobStackNames names, RunJobStackOptions options, string onFailure, string next)
    {
        var failed = RunData.StatusOfFailure(job);
        return JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "Waits until somebody approves the job (Approve-JobRun) or denies it (Deny-JobRun)."),
            ("Resource", $"arn:{names.Partition}:states:::events:putEvents.waitForTaskToken"),
            ("Arguments", JsonObject.Of(("Entries", Asl.List(JsonObject.Of(
                ("Source", AlertEvents.Source), ("DetailType", AlertEvents.Held), ("Detail", Detail(job, network, names, options))))))),
            ("TimeoutSeconds", Seconds(job)),
            // What putting the event fails with; a denial is none of that.
            ("Retry", Asl.List(Asl.Never(JobErrors.JobDenied), Asl.Retrier(2, 2, PutAttempts, maxDelay: 30, jitter: true, "States.TaskFailed"))),
            ("Catch", Asl.List(
                Asl.Catcher(onFailure, JsonataText.Expression(RunData.With(job.Name, TimedOut(job, failed))), "States.Timeout"),
                Asl.Catcher(onFailure, JsonataText.Expression(RunData.With(job.Name, RunData.Failure(failed, JobErrors.JobDenied, Text("The job was not approved, and nobody said why.")))), "States.ALL"))),
            ("Output", Asl.Input),
            ("Next", next));
    }

    /// <summary>The job with what the state that holds it says.</summary>
    internal static JobDefinition Read(JobDefinition job, JsonObject? state) => state is null ? job : job with
    {
        Hold = true,
        HoldTimeout = state["TimeoutSeconds"] is JsonNumber number && number.TryToInt64(out var seconds) && seconds != WithoutTimeout ? (int)seconds : null,
        HoldMessage = Detail(state["Arguments"])?[OwnMessage] is JsonString message ? JsonataText.Read(message.Value) : null,
    };

    /// <summary>The event's detail, from what the state calls; null where it calls something else.</summary>
    internal static JsonObject? Detail(JsonValue? arguments) =>
        (arguments as JsonObject)?["Entries"] is JsonArray { Count: > 0 } entries ? (entries[0] as JsonObject)?["Detail"] as JsonObject : null;

    // The members of an alert, so that whoever reads a channel's alerts reads these, and what answers the hold.
    private static JsonObject Detail(JobDefinition job, JobNetwork network, RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("cause", JsonObject.Of(("Message", JsonataText.Constant(job.HoldMessage ?? $"Job '{job.Name}' waits until it is approved.")))),
        ("executionURL", JsonataText.Expression($"'https://{names.ConsoleHost}/states/home?region={names.Region}#/executions/details/' & $states.context.Execution.Id")),
        ("error", JobErrors.JobHeld),
        ("channel", job.AlertChannel ?? network.AlertChannel ?? options.DefaultChannel),
        ("networkName", JsonataText.Constant(network.Name)),
        ("jobName", JsonataText.Constant(job.Name)),
        ("executionArn", JsonataText.Expression("$states.context.Execution.Id")),
        ("next", JsonataText.Expression(AlertCommands.OfHeldJob(job.Name))),
        (OwnMessage, job.HoldMessage is null ? null : JsonataText.Constant(job.HoldMessage)),
        ("taskToken", JsonataText.Expression("$states.context.Task.Token")));

    private static string TimedOut(JobDefinition job, string status) =>
        $"{{\"Status\": \"{status}\", \"Error\": \"{JobErrors.HoldTimedOut}\", \"Cause\": {JsonataText.Quote(Text(string.Format(CultureInfo.InvariantCulture, "Nobody approved the job within {0} s.", Seconds(job))))}}}";

    private static string Text(string message) => JsonObject.Of(("Message", message)).ToString();
}
