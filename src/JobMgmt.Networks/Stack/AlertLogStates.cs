using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// SendFailEvent's part that reads the last lines of a failed job's log. Both streams are read by themselves and put together by time. An alert is never late or lost for want of lines: what can't be
/// read is left out.
/// </summary>
internal static class AlertLogStates
{
    /// <summary>How many lines an alert tells at most.</summary>
    internal const int Lines = 30;

    private const int Bytes = 8 * 1024;

    // So that a line fits in whatever it is made of.
    private const int MostOfLine = 2000;

    private const string NotFound = "CloudWatchLogs.ResourceNotFoundException";
    private const string Events = "$states.result.Events";

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackNames names, string next)
    {
        var stdout = JsonataText.Expression($"({Tail}$merge([$states.input, {{'Log': $merge([$states.input.Log, {{'Lines': {OfEvents}}}])}}]))");
        yield return Asl.State(SendFailEventStates.ReadStdout, Read(
            names, "Stdout", Lines, SendFailEventStates.ReadStderr, Asl.Input, SendFailEventStates.ReadLessStdout).With("Output", stdout));
        yield return Asl.State(SendFailEventStates.ReadLessStdout, Read(names, "Stdout", 1, SendFailEventStates.ReadStderr, Asl.Input, null).With("Output", stdout));

        var stderr = JsonataText.Expression(Told($"$sort($append($states.input.Log.Lines, {OfEvents}), function($a, $b) {{ $a.t > $b.t }})"));
        var without = JsonataText.Expression(Told("$states.input.Log.Lines"));
        yield return Asl.State(SendFailEventStates.ReadStderr, Read(names, "Stderr", Lines, next, without, SendFailEventStates.ReadLessStderr).With("Output", stderr));
        yield return Asl.State(SendFailEventStates.ReadLessStderr, Read(names, "Stderr", 1, next, without, null).With("Output", stderr));
    }

    // An event has a line or several. UTF-8 has one byte for each escape, and for what needs none.
    private static string Tail { get; } = string.Format(
        CultureInfo.InvariantCulture,
        "$tail := function($all) {{( $n := $count($all); $last := $filter($all, function($x, $i) {{ $i >= $n - {0} }}); "
        + "$filter($last, function($x, $i) {{ $sum($filter($last, function($y, $j) {{ $j >= $i }}).b) <= {1} }}) )}}; "
        + "$lines := function($events) {{ [$events.($t := Timestamp; $split($replace(Message, /[\\r\\n]+$/, ''), /\\r?\\n/).($l := $length($) > {2} ? $substring($, 0, {2}) & '...' : $; "
        + "{{'t': $t, 'l': $l, 'b': $length($replace($encodeUrlComponent($l), /%[0-9A-F][0-9A-F]/, '.')) + 1}}))] }}; ",
        Lines,
        Bytes,
        MostOfLine);

    private static string OfEvents => $"[$tail($lines({Events}))]";

    // Of what is left out only this is known: that a stream has had as many lines as were asked for, or that there was no room for some.
    private static string Told(string lines) =>
        $"({Tail}$all := [{lines}]; $told := [$tail($all)]; $n := $count($told); "
        + "$note := $n = 0 ? {} : {'log': $join($told.l, '\\n'), 'logNote': 'The last ' & ($n = 1 ? 'line' : $string($n) & ' lines') & ' of the log"
        + string.Format(CultureInfo.InvariantCulture, " (at most {0}, and 8 KiB); Get-JobLog shows all.'}}; ", Lines)
        + "$merge([$sift($states.input, function($v, $k) { $k != 'Log' }), {'Detail': $merge([$states.input.Detail, $note])}]))";

    // The SSM agent puts up to 200 KB of lines in an event, and a state may get 256 KiB: where many events are too much, the last one is not.
    private static JsonObject Read(RunJobStackNames names, string stream, int events, string next, JsonValue otherwise, string? less) => JsonObject.Of(
        ("Type", "Task"),
        ("Resource", $"arn:{names.Partition}:states:::aws-sdk:cloudwatchlogs:getLogEvents"),
        ("Arguments", JsonObject.Of(
            ("LogGroupName", names.JobLogGroup),
            ("LogStreamName", JsonataText.Expression("$states.input.Log." + stream)),
            ("Limit", events),
            ("StartFromHead", false))),
        ("TimeoutSeconds", JobTimeouts.CallSeconds),
        ("Retry", Asl.List(
            Asl.Never(NotFound, Asl.EvaluationError, Asl.TooMuch), Asl.Retrier(1, 2, 3, maxDelay: null, jitter: true, "States.ALL"))),
        ("Catch", less is null
            ? Asl.List(Asl.Catcher(next, otherwise, "States.ALL"))
            : Asl.List(Asl.Catcher(next, otherwise, NotFound), Asl.Catcher(less, Asl.Input, "States.ALL"))),
        ("Next", next));
}
