using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Expressions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The work of a job with a list: a Map state around the state that would do it once, then the question whether all items were well. An item that fails stops no other one, so
/// it ends as a failed one in the data, unless the network is to end with its first failure. What the items leave is short: a state's data has 256 KiB, and the items may be many.
/// </summary>
internal sealed class ForEachStates(JobNetwork network, bool hasGates, ExpressionText expressions, bool tellsOutput)
{
    // What all items together may tell of their failures, each text by itself: three characters of UTF-8 each, and three such texts.
    private const int AllTexts = 20_000;
    private const int MostOfMessage = 300;
    private const int MostOfName = 100;
    private const int MostOfCause = 8000;

    // Three bytes of UTF-8 each, and the run's other data, within 256 KiB.
    private const int AllOutputs = 60_000;

    // A cause is JSON of ours mostly. Parsing others would be an error, so its message is looked for.
    private const string Message = "($m := $match($job.Cause, /\"Message\": ?\"([^\\\\\"]+)/, 1); $exists($m) ? $m.groups[0] : $job.Cause)";

    private const string Item = "$item := $states.input.Item; ";

    /// <summary>The states; the first is where the work begins.</summary>
    /// <param name="index">The job's number.</param>
    /// <param name="work">The state that does the work for one item; where it goes on is given.</param>
    /// <param name="isLast">No other job comes after it.</param>
    /// <param name="onFailure">Where the branch goes on when an item has failed.</param>
    /// <param name="next">Where it goes on else.</param>
    internal IEnumerable<KeyValuePair<string, JsonValue>> Build(int index, Func<string, string, JsonObject> work, bool isLast, string onFailure, string next)
    {
        var job = network.Jobs[index];
        var end = NetworkStateNames.Item(index);
        var status = RunData.StatusOfFailure(job);
        var endsRun = network.EndsWith(job);
        var failed = endsRun ? NetworkStateNames.FailItem(index) : end;
        var states = new List<KeyValuePair<string, JsonValue>>
        {
            Asl.State(job.Name, work(failed, end)),
            Asl.State(end, JsonObject.Of(("Type", "Succeed"), ("Output", JsonataText.Expression(Left(job.Name))))),
        };
        if (endsRun)
        {
            states.Add(Asl.State(failed, JsonObject.Of(
                ("Type", "Fail"),
                ("Error", JobErrors.ItemsFailed),
                ("Cause", JsonataText.Expression(
                    $"({Item}{Known(job.Name)}$failed := {Failure}; $string({{\"Message\": \"Item '\" & $failed.Item & \"' failed: \" & $failed.Message, "
                    + "\"Items\": $item.Of, \"FailedItems\": [$failed]}))")))));
        }

        yield return Asl.State(NetworkStateNames.ForEachItem(index), JsonObject.Of(
            ("Type", "Map"),
            ("Items", ItemList.Write(job, expressions)),
            ("ItemSelector", JsonObject.Of(
                ("Jobs", JsonataText.Expression("$states.input.Jobs")),
                ("Seen", hasGates ? JsonataText.Expression("$exists($states.input.Seen) ? $states.input.Seen : {}") : null),
                ("Item", JsonataText.Expression("$states.context.Map.Item.Value")))),
            ("MaxConcurrency", job.MaxConcurrency is { } most ? (JsonValue)most : null),
            ("ItemProcessor", JsonObject.Of(
                ("ProcessorConfig", JsonObject.Of(("Mode", "INLINE"))), ("StartAt", job.Name), ("States", new JsonObject(states)))),
            ("Catch", Asl.List(
                Asl.Catcher(onFailure, JsonataText.Expression(RunData.With(job.Name, Unusable(status))), Asl.EvaluationError),
                Asl.Catcher(onFailure, JsonataText.Expression(RunData.With(job.Name, RunData.Failure(status, JobErrors.ItemsFailed, Silence(job)))), "States.ALL"))),
            ("Output", JsonataText.Expression(RunData.With(job.Name, Entry(job.Name, status, isLast)))),
            ("Next", NetworkStateNames.EveryItem(index))));
        yield return Asl.State(NetworkStateNames.EveryItem(index), Asl.Choose(
            null, onFailure, null, Asl.When($"{RunData.Job(job.Name)}.Status = \"{RunData.Succeeded}\"", null, next)));
    }

    private static string Known(string job) => $"$job := {RunData.Job(job)}; ";

    private static string Failure { get; } = string.Format(
        CultureInfo.InvariantCulture,
        "($most := $floor({0} / $item.Of); {{\"Index\": $item.Index, \"Of\": $item.Of, "
        + "\"Item\": $substring($string($item.Value), 0, $min([{1}, $most])), \"Error\": $substring($job.Error, 0, $min([{1}, $most])), "
        + "\"Message\": $substring({3}, 0, $min([{2}, $most]))}})",
        AllTexts,
        MostOfName,
        MostOfMessage,
        Message);

    /// <summary>What an item leaves: where an expression asks for outputs, its own too, as long as there is room for as long a one of each item.</summary>
    private string Left(string job)
    {
        var well = "{\"Index\": $item.Index, \"Of\": $item.Of" + (tellsOutput ? ", \"Output\": $job.Output}" : "}");
        var most = AllOutputs.ToString(CultureInfo.InvariantCulture);
        return !tellsOutput
            ? $"({Item}{Known(job)}$job.Status = \"{RunData.Succeeded}\" ? {well} : {Failure})"
            : $"({Item}{Known(job)}$room := $floor({most} / $item.Of); $size := $length($string($job.Output)); $isLong := $job.Status = \"{RunData.Succeeded}\" and $size > $room; "
                + $"$job := $isLong ? {{\"Status\": \"{RunData.Failed}\", \"Error\": \"{JobErrors.InvalidJobOutput}\", "
                + $"\"Cause\": \"Its output has \" & $size & \" characters; \" & $room & \" are left for each item.\"}} : $job; "
                + $"$job.Status = \"{RunData.Succeeded}\" ? {well} : {Failure})";
    }

    /// <summary>What is known of the job when all items have ended.</summary>
    private string Entry(string job, string failed, bool isLast)
    {
        // Those of items that an earlier run has done stand where they stood.
        var output = !tellsOutput ? ""
            : $", \"Output\": ($done := {ItemList.Done(job)}; $of := $states.result[0].Of; $now := $merge($states.result.{{$string(Index): {{\"Output\": Output}}}}); "
                + "$all := $exists($of) ? $of : $count($keys($done)); $all = 0 ? [] : $map([0..$all - 1], function($i) {( "
                + "$known := $merge([$lookup($done, $string($i)), $lookup($now, $string($i))]); $exists($known.Output) ? $known.Output : null )})[])";
        var result = isLast ? ", \"Result\": {\"Items\": $count($states.result) > 0 ? $states.result[0].Of : 0}" : "";
        return "($failed := $states.result[$exists(Error)]; $n := $count($failed); "
            + $"$n = 0 ? {{\"Status\": \"{RunData.Succeeded}\"{result}{output}}} : {{\"Status\": \"{failed}\", \"Error\": \"{JobErrors.ItemsFailed}\", \"Cause\": {Cause}}})";
    }

    private static string Cause { get; } = string.Format(
        CultureInfo.InvariantCulture,
        "($of := $failed[0].Of; $message := $n & \" of \" & $of & \" items failed: \" & $join($failed[[0..4]].(\"'\" & Item & \"'\"), \", \") & ($n > 5 ? \" and others.\" : \".\"); "
        + "$cause := $string({{\"Message\": $message, \"Items\": $of, \"Failed\": $n, "
        + "\"FailedItems\": [$failed[[0..9]].{{\"Index\": Index, \"Item\": Item, \"Error\": Error, \"Message\": Message}}]}}); "
        + "$length($cause) <= {0} ? $cause : $string({{\"Message\": $message, \"Items\": $of, \"Failed\": $n}}))",
        MostOfCause);

    // No list, or none that can be run through. The words are the evaluation's own.
    private static string Unusable(string failed) =>
        $"{{\"Status\": \"{failed}\", \"Error\": \"{JobErrors.InvalidJobInput}\", \"Cause\": $string({{\"Message\": $substring($string($states.errorOutput.Cause), 0, 2000)}})}}";

    private static string Silence(JobDefinition job) => JsonObject.Of(("Message", $"An item of job '{job.Name}' ended without saying why.")).ToString();
}
