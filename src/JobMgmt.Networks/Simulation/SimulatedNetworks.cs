using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Interpreter.Effects;
using JobMgmt.StatesLanguage.Interpreter.Inputs;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>
/// The networks that jobs are, each as one job: it comes to what the mocks say. One that fails counts as having sent the alert of a job of its own, as it would; one that is
/// stopped (<c>JobCancelled</c>) has sent none.
/// </summary>
internal sealed class SimulatedNetworks(SimulatedRunJob jobs, SimulatedAlerts alerts)
{
    /// <summary>How the job of such a network is called that failed: which one it was is not known here.</summary>
    private const string FailedJob = "(simulated)";

    private readonly Dictionary<string, JsonObject> _ended = new(StringComparer.Ordinal);

    /// <summary>Whether a task runs a network, or reads how one ended.</summary>
    internal static bool IsIt(ScheduleTask task) => task.Parameters is JsonObject parameters && NestedStateReader.NetworkOf(Text(parameters["StateMachineArn"] ?? parameters["ExecutionArn"])) is not null
        && (NestedStateReader.Waits(task.Resource) || task.Resource.EndsWith(":aws-sdk:sfn:describeExecution", StringComparison.Ordinal));

    internal IEnumerable<Input> Take(ScheduleTask task, DateTimeOffset now)
    {
        var parameters = (JsonObject)task.Parameters;
        if (Text(parameters["ExecutionArn"]) is { } read)
        {
            yield return _ended.TryGetValue(read, out var known)
                ? new TaskSucceeded(now, task.TaskId, known) : new TaskFailed(now, task.TaskId, "Sfn.ExecutionDoesNotExistException", $"There is no run '{read}'.", WasSubmitted: false);
            yield break;
        }

        var reply = jobs.Begin(task.StateName);
        if (reply.Error?.StartsWith("StepFunctions.", StringComparison.Ordinal) == true)
        {
            yield return new TaskFailed(now, task.TaskId, reply.Error, reply.Cause ?? "The start of the network was refused.", WasSubmitted: false);
            yield break;
        }

        var machine = Text(parameters["StateMachineArn"])!;
        var arn = $"{machine.Replace(":stateMachine:", ":execution:")}:{Text(parameters["Name"]) ?? FormattableString.Invariant($"simulated-{_ended.Count + 1}")}";
        yield return new TaskSubmitted(now, task.TaskId, JsonObject.Of(("ExecutionArn", arn)));
        if (reply.Error == "States.Timeout")
        {
            yield break; // the task's own timer says it
        }

        var end = End(arn, machine, reply);
        _ended[arn] = end;
        var at = now + (reply.Duration ?? TimeSpan.Zero);
        if (Text(end["Status"]) == "SUCCEEDED")
        {
            yield return new TaskSucceeded(at, task.TaskId, end);
            yield break;
        }

        if (Text(end["Status"]) == "FAILED")
        {
            alerts.Note(task.StateName, Text(end["Error"]), at);
        }

        yield return new TaskFailed(at, task.TaskId, "States.TaskFailed", end.ToString(), WasSubmitted: true);
    }

    private static JsonObject End(string arn, string machine, JobReply reply)
    {
        var isWell = reply.Error is null && reply.ExitCode == 0;
        var isStopped = reply.Error == JobErrors.JobCancelled;
        var error = isWell ? null : reply.Error ?? JobErrors.ExecutionFailed;
        var said = reply.Cause ?? (reply.Error is null
            ? string.Format(CultureInfo.InvariantCulture, "A command ended with exit code {0}.", reply.ExitCode) : $"The simulated network ended with {error}.");
        return JsonObject.Of(
            ("ExecutionArn", arn),
            ("StateMachineArn", machine),
            ("Status", isWell ? "SUCCEEDED" : isStopped ? "ABORTED" : "FAILED"),
            ("Error", error is null ? null : (JsonValue)error),
            ("Cause", isWell ? null : isStopped ? said : JsonObject.Of(
                ("FailedJobs", Asl.Texts(FailedJob)),
                ("SkippedJobs", JsonArray.Empty),
                ("Causes", Asl.List(JsonObject.Of(("JobName", FailedJob), ("Error", error!), ("Cause", said))))).ToString()),
            ("Output", isWell ? reply.Output ?? JsonObject.Empty : null));
    }

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
