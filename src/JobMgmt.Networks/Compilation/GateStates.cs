using System.Globalization;
using JobMgmt.Networks.Expressions;
using JobMgmt.Networks.Graphs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The states of a gate. A gate is an execution of JobGate with a name of its own in the run: who waits starts it and waits for its end (or finds that it has
/// ended), and who opens it starts it too, which changes nothing where it is there already, and then stops it, telling what it has to tell in the cause.
/// Starting is idempotent by name, so neither has to know whether the other one has been there.
/// </summary>
internal sealed class GateStates(RunJobStackNames names)
{
    private const string Opened = "GateOpened";

    /// <summary>Opens a gate.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="told">The jobs of which those who wait are told how they ended, and what more of each.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Open(Gate gate, IReadOnlyList<(string Job, JobParts Parts)> told, string next)
    {
        yield return Asl.State(NetworkStateNames.MakeGate(gate.Id), Call(
            "aws-sdk:sfn:startExecution",
            JsonObject.Of(("StateMachineArn", names.JobGateArn), ("Name", JsonataText.Expression(Name(gate)))),
            Asl.Catcher(NetworkStateNames.OpenGate(gate.Id), Asl.Input, "Sfn.ExecutionAlreadyExistsException"),
            "$states.input",
            NetworkStateNames.OpenGate(gate.Id)));
        yield return Asl.State(NetworkStateNames.OpenGate(gate.Id), Call(
            "aws-sdk:sfn:stopExecution",
            JsonObject.Of(
                ("ExecutionArn", JsonataText.Expression(Arn(gate))),
                ("Error", Opened),
                ("Cause", JsonataText.Expression(Telling(told)))),
            null,
            "$states.input",
            next));
    }

    /// <summary>Waits until a gate is open.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="number">The how-manieth wait at it.</param>
    /// <param name="next">Where the branch goes on.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Wait(Gate gate, int number, string next)
    {
        yield return Asl.State(NetworkStateNames.WaitAtGate(gate.Id, number), JsonObject.Of(
            ("Type", "Task"),
            ("Comment", "Ends when the gate is opened: its execution is stopped then, which is an error here. One that is open already can't be started again."),
            ("Resource", $"arn:{names.Partition}:states:::states:startExecution.sync:2"),
            ("Arguments", JsonObject.Of(("StateMachineArn", names.JobGateArn), ("Name", JsonataText.Expression(Name(gate))))),
            ("Retry", Asl.List(Patient(JobRetriers.StartRefusals))),
            ("Catch", Asl.List(
                Asl.Catcher(NetworkStateNames.ReadGate(gate.Id, number), Asl.Input, "StepFunctions.ExecutionAlreadyExistsException"),
                Asl.Catcher(next, JsonataText.Expression(Told(Ended(gate))), "States.TaskFailed"))),
            ("Output", Asl.Input),
            ("Next", next)));
        yield return Asl.State(NetworkStateNames.ReadGate(gate.Id, number), Call(
            "aws-sdk:sfn:describeExecution",
            JsonObject.Of(("ExecutionArn", JsonataText.Expression(Arn(gate)))),
            null,
            Told("$states.result"),
            next));
    }

    // A cause has 32,768 characters at most, and opening must not fail: where outputs are longer than that, they are left out, and who asks for one fails by name.
    private const int MostTold = 30_000;

    private static string Telling(IReadOnlyList<(string Job, JobParts Parts)> told)
    {
        var text = $"$string({Members(told, JobParts.All)})";
        return !told.Any(one => (one.Parts & JobParts.Output) != 0) ? $"($known := {RunData.Known}; {text})"
            : $"($known := {RunData.Known}; $told := {text}; $length($told) > {MostTold.ToString(CultureInfo.InvariantCulture)} ? $string({Members(told, JobParts.All & ~JobParts.Output)}) : $told)";
    }

    // Most are asked for their status alone; what else is asked of a job is written out.
    private static string Members(IReadOnlyList<(string Job, JobParts Parts)> told, JobParts most)
    {
        var status = $"$merge({JsonataText.Quote(told.Select(one => one.Job))}.{{$: {{\"Status\": $lookup($known, $).Status}}}})";
        var more = told.Where(one => (one.Parts & ~JobParts.Status) != 0).Select(one =>
            $"{JsonataText.Quote(one.Job)}: ($job := $lookup($known, {JsonataText.Quote(one.Job)}); {{{string.Join(", ", Names((one.Parts & most) | JobParts.Status).Select(name => $"\"{name}\": $job.{name}"))}}})").ToArray();
        return more.Length == 0 ? status : $"$merge([{status}, {{{string.Join(", ", more)}}}])";
    }

    private static IEnumerable<JobParts> Names(JobParts parts) =>
        new[] { JobParts.Status, JobParts.ExitCode, JobParts.Output, JobParts.Error }.Where(part => (parts & part) != 0);

    // States.TaskFailed stands for whatever the call fails with as well, and what it says then is no JSON. Nothing is known of the jobs behind the gate, so the run ends, and says why.
    private static string Ended(Gate gate) =>
        "$states.errorOutput.Error = \"States.TaskFailed\" ? $parse($states.errorOutput.Cause) : $error("
        + JsonataText.Quote(string.Format(CultureInfo.InvariantCulture, "The run could not wait at gate {0}: ", gate.Id + 1)) + " & $states.errorOutput.Error & \": \" & $states.errorOutput.Cause)";

    // A gate that was not opened but ended (stopped by somebody, or after a year) tells nothing, and what nothing is known of has not succeeded.
    private static string Told(string execution) =>
        $"($gate := {execution}; $merge([$states.input, {{\"Seen\": $merge([$states.input.Seen, $gate.Error = \"{Opened}\" ? $parse($gate.Cause) : {{}}])}}]))";

    private JsonObject Call(string resource, JsonObject arguments, JsonObject? catcher, string output, string next) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::{resource}"),
        ("Arguments", arguments),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", catcher is null ? Asl.List(Patient("States.ALL")) : Asl.List(Asl.Never("Sfn.ExecutionAlreadyExistsException"), Patient("States.ALL"))),
        ("Catch", catcher is null ? null : Asl.List(catcher)),
        ("Output", JsonataText.Expression(output)),
        ("Next", next));

    private static JsonObject Patient(params string[] errors) => Asl.Retrier(1, 2, 10, maxDelay: 60, jitter: true, errors);

    // At most 80 characters. The id makes it the run's own: runs of several networks may have one name.
    private static string Name(Gate gate) => string.Format(
        CultureInfo.InvariantCulture,
        "$substring($states.context.Execution.Name, 0, 40) & \"-gate-{0}-\" & $substring($hash($states.context.Execution.Id, \"SHA-256\"), 0, 16)",
        gate.Id + 1);

    private string Arn(Gate gate) => $"{JsonataText.Quote(names.Arn("states", $"execution:{names.JobGate}:"))} & {Name(gate)}";
}
