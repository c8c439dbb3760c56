using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The states by which the runs of a network take turns: before its first job a run takes a lock of the network, and behind the last one it gives it back. A run that ends between the two is
/// seen by StopJobs, which gives back what it had. Take, Look and Wait are a ring: each is one atomic update, and the next asks again. Why nobody waits in vain is in docs/decisions/0005-locks.md.
/// </summary>
internal sealed class TurnStates(JobNetwork network, RunJobStackNames names)
{
    private const string Mark = "IfRunning ";
    private const string Told = "$states.errorOutput.Cause";
    private const string Others = "others";
    private const string Waiting = "waiting";
    private const string Arrivals = "arrivals";

    private readonly LockPlace _place = LockPlace.OfRun(network.Name);

    /// <summary>What a run does while another one goes on, from the machine's top states.</summary>
    internal static IfRunning Read(JsonObject states) =>
        (states[NetworkStateNames.TakeTurn] as JsonObject)?["Comment"] is JsonString comment && comment.Value.StartsWith(Mark, StringComparison.Ordinal)
        && Enum.TryParse<IfRunning>(comment.Value.Substring(Mark.Length).Split(':')[0], out var value) ? value : IfRunning.Allow;

    /// <summary>How long a run may wait for its turn, in seconds.</summary>
    internal static int Seconds(JobNetwork network) => network.IfRunning is IfRunning.Allow or IfRunning.Skip ? 0 : JobDefinition.MaxLockTimeout;

    /// <summary>The states before the first job; the first is where the run begins.</summary>
    /// <param name="next">Where the jobs begin.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Before(string next)
    {
        yield return Asl.State(NetworkStateNames.TakeTurn, LockTable.Task(
            LockTable.Update(names, _place.Key, LockTable.Take(_place), returnsItem: false),
            LockTable.Patient(),
            next,
            Asl.Catcher(NetworkStateNames.LookForRuns, Asl.Input, LockTable.Refused),
            Asl.Catcher(NetworkStateNames.AlertForInput, Failed(JobErrors.LockNotTaken, Told), "States.ALL"))
            .With("Comment", $"{Mark}{network.IfRunning}: the run takes the network's lock, if no other run has it."));
        yield return Asl.State(NetworkStateNames.LookForRuns, LockTable.Task(
            LockTable.Update(names, _place.Key, LockTable.Look(), returnsItem: true),
            LockTable.Patient(),
            NetworkStateNames.IsAnotherRunning,
            Asl.Catcher(NetworkStateNames.AlertForInput, Failed(JobErrors.LockNotTaken, Told), "States.ALL"))
            .With("Assign", JsonObject.Of(
                (Others, JsonataText.Expression(
                    "($lock := $states.result.Attributes; [$each($lock.Entries.M, function($entry, $id) {{\"Arn\": $entry.M.Execution.S, \"Place\": $number($lookup($lock.Places.M, $id).N)}})^(Place).Arn])")),
                (Waiting, JsonataText.Expression("$count($keys($states.result.Attributes.Tokens.M))")),
                (Arrivals, JsonataText.Expression("$states.result.Attributes.Arrivals.N")))));
        yield return Asl.State(NetworkStateNames.IsAnotherRunning, Decide());
        if (network.IfRunning == IfRunning.StopOther)
        {
            yield return Asl.State(NetworkStateNames.StopRuns, StopRuns());
        }

        if (network.IfRunning != IfRunning.Skip)
        {
            yield return Asl.State(NetworkStateNames.WaitForTurn, Wait(next));
        }
    }

    /// <summary>The states behind the last job: where they begin when every job has succeeded is <see cref="NetworkStateNames.EndTurn"/>, and else <see cref="NetworkStateNames.HandOverTurn"/>.</summary>
    internal IEnumerable<KeyValuePair<string, JsonValue>> After()
    {
        var lost = Asl.Catcher(NetworkStateNames.TurnNotEnded, Asl.Input, "States.ALL");
        yield return Asl.State(NetworkStateNames.EndTurn, LockTable.Task(
            LockTable.Update(names, _place.Key, LockTable.Release(_place.Id), returnsItem: false),
            LockTable.Throttled(),
            NetworkStateNames.Succeeded,
            Asl.Catcher(NetworkStateNames.HandOverTurn, Asl.Input, "States.ALL")));
        yield return Asl.State(NetworkStateNames.HandOverTurn, LockTable.Task(
            LockTable.Update(names, _place.Key, LockTable.Remove(_place.Id), returnsItem: true), LockTable.Patient(), NetworkStateNames.WakeRuns, lost)
            .With("Assign", JsonObject.Of(("wakeRuns", JsonataText.Expression(LockTable.ToWake)))));
        yield return Asl.State(NetworkStateNames.WakeRuns, LockTable.WakeAll(names, JsonataText.Expression("$wakeRuns"), NetworkStateNames.WakeRun, NetworkStateNames.RunWoken)
            .With("Catch", Asl.List(lost)).With("Output", Asl.Input).With("Next", NetworkStateNames.TurnEnded));
        yield return Asl.State(NetworkStateNames.TurnEnded, Asl.Choose(
            "How the jobs ended before the lock was given back.", NetworkStateNames.Fail, null, Asl.When(RunData.NothingFailed, null, NetworkStateNames.Succeeded)));

        // Whatever the jobs came to, the run must not succeed: StopJobs, which gives back what is left, starts for failed runs only.
        yield return Asl.State(NetworkStateNames.TurnNotEnded, Asl.Choose(
            null,
            NetworkStateNames.Fail,
            null,
            Asl.When(RunData.NothingFailed, Failed(JobErrors.LockNotReleased, JsonataText.Quote("Every job ended well, but the network's lock could not be released. It is when the run has ended.")), NetworkStateNames.AlertForInput)));
    }

    private JsonObject Decide()
    {
        var skip = JsonObject.Of((SkippedRun.Member, JsonObject.Of(
            (SkippedRun.MessageMember, JsonataText.Expression($"\"The run '\" & $split(${Others}[0], \":\")[7] & \"' of the network was going on.\"")),
            (SkippedRun.ExecutionMember, JsonataText.Expression($"${Others}[0]")))));
        var rules = new List<JsonObject> { Asl.When($"$count(${Others}) = 0", null, NetworkStateNames.TakeTurn) };
        if (network.IfRunning == IfRunning.QueueOne)
        {
            rules.Add(Asl.When($"$count(${Others}) > 1", skip, NetworkStateNames.Skipped));
        }
        else if (network.IfRunning != IfRunning.Skip)
        {
            rules.Add(Asl.When(
                string.Format(CultureInfo.InvariantCulture, "${0} >= {1}", Waiting, LockTable.MostWaiters),
                Failed(JobErrors.LockQueueFull, JsonataText.Quote(string.Format(CultureInfo.InvariantCulture, "{0} runs of the network wait already; this one can't wait too.", LockTable.MostWaiters))),
                NetworkStateNames.AlertForInput));
        }

        return Asl.Choose(
            null,
            network.IfRunning switch
            {
                IfRunning.Skip => NetworkStateNames.Skipped,
                IfRunning.StopOther => NetworkStateNames.StopRuns,
                _ => NetworkStateNames.WaitForTurn,
            },
            network.IfRunning == IfRunning.Skip ? skip : null,
            rules.ToArray());
    }

    // Who has come since the look was not stopped: then the ring begins again, and stops it too. So of two that begin at once the later one stops the other.
    private JsonObject Wait(string next) => LockTable.Task(
        LockTable.Update(
            names,
            _place.Key,
            LockTable.Wait(_place, network.IfRunning == IfRunning.QueueOne ? 2 : null, network.IfRunning == IfRunning.StopOther ? "$" + Arrivals : null),
            returnsItem: false),
        LockTable.Throttled(),
        next,
        Asl.Catcher(NetworkStateNames.LookForRuns, Asl.Input, LockTable.Refused),
        Asl.Catcher(NetworkStateNames.AlertForInput, Failed(JobErrors.LockNotTaken, Told), "States.ALL"))
        .With("Resource", LockTable.Resource(names) + ".waitForTaskToken")
        .With("TimeoutSeconds", Seconds(network));

    // What has ended meanwhile can't be stopped, and need not; what can't be stopped is waited for.
    private JsonObject StopRuns() => JsonObject.Of(
        ("Type", "Map"),
        ("Items", JsonataText.Expression("$" + Others)),
        ("MaxConcurrency", 10),
        ("ItemProcessor", JsonObject.Of(
            ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))),
            ("StartAt", NetworkStateNames.StopRun),
            ("States", JsonObject.Of(
                (NetworkStateNames.StopRun, JsonObject.Of(
                    ("Type", "Task"),
                    ("Resource", $"arn:{names.Partition}:states:::aws-sdk:sfn:stopExecution"),
                    ("Arguments", JsonObject.Of(
                        ("ExecutionArn", Asl.Input),
                        ("Error", JobErrors.StoppedByOtherRun),
                        ("Cause", JsonataText.Expression("\"The run '\" & $states.context.Execution.Name & \"' of the network has begun, and stops those before it (IfRunning StopOther).\"")))),
                    ("TimeoutSeconds", JobTimeouts.CallSeconds),
                    ("Retry", Asl.List(Asl.Retrier(1, 2, 6, maxDelay: 30, jitter: true, "States.TaskFailed"))),
                    ("Catch", Asl.List(Asl.Catcher(NetworkStateNames.RunStopped, JsonObject.Empty, "States.ALL"))),
                    ("Output", JsonObject.Empty),
                    ("Next", NetworkStateNames.RunStopped))),
                (NetworkStateNames.RunStopped, JsonObject.Of(("Type", "Succeed"))))))),
        ("Output", Asl.Input),
        ("Next", NetworkStateNames.WaitForTurn));

    private string Failed(string error, string message) => JsonataText.Expression(RunData.With(
        "",
        $"{{\"Status\": \"{RunData.Failed}\", \"Error\": \"{error}\", "
        + $"\"Cause\": $string({{\"Message\": $substring($string({message}), 0, 2000), \"Lock\": {JsonataText.Quote(_place.Lock)}}})}}"));
}
