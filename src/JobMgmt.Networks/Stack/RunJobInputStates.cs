using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>RunJob's first state: a fault of the input is answered, not stumbled over. What is left out gets its default where it is used.</summary>
internal static class RunJobInputStates
{
    // An Automation document takes 64 KB together with its parameters, and is itself longer than what is left here. Refused here, since parameters beyond 256 KB, which
    // 64,000 characters can be in UTF-8, end an execution past every Catch.
    private const int MaxCharacters = 60_000;

    internal static KeyValuePair<string, JsonValue> Build() => Asl.State(RunJobStates.Check, Asl.Choose(
        "No error can be caught in a Choice, so each check holds for a value of any type. Later states read the execution's input, and no event carries the commands again.",
        RunJobStates.AskNetwork,
        JsonObject.Empty,
        Refuse("$not($type($states.input) = 'object')", "The input must be an object with Tags and Commands."),
        Refuse(
            Where("Commands", "$type($x) = 'array' ? $count($x) = 0 or $count($filter($x, function($line) { $type($line) = 'string' })) != $count($x) : true"),
            "Commands must be a list of shell lines (strings) with at least one line."),
        Refuse(Where("WorkingDirectory", "$exists($x) ? $not($type($x) = 'string') : false"), "WorkingDirectory must be a string."),
        Refuse(
            Where(
                "ExecutionTimeout",
                $"$exists($x) ? ($type($x) = 'string' or $type($x) = 'number' ? $not($contains($string($x), /{RunShellScriptDocument.ExecutionTimeoutPattern}/)) : true) : false"),
            "ExecutionTimeout must be seconds from 5 to 172800 as a string or a number, such as \"3600\"."),
        Refuse(
            Where("AttemptTimeoutSeconds", "$exists($x) ? ($type($x) = 'number' ? $x < 1 or $x > 99999999 or $floor($x) != $x : true) : false"),
            "AttemptTimeoutSeconds must be a whole number from 1 to 99999999."),
        Refuse(
            Where("Tags", "$type($x) = 'object' ? $count($keys($x)) = 0 or $count($filter($each($x, function($v) { $type($v) }), function($t) { $t = 'string' })) != $count($keys($x)) : true"),
            "Tags must be an object with at least one tag key and value, the values strings, such as {\"role\":\"job_worker\"}."),
        Refuse(
            "$length($string([$states.input.Commands, $states.input.Tags, $states.input.WorkingDirectory])) > " + MaxCharacters.ToString(CultureInfo.InvariantCulture),
            "Commands, Tags and WorkingDirectory are too long: an Automation document takes 64 KB together with its parameters."),
        Asl.When("$not($type($states.input.TaskToken) = 'string')", JsonObject.Empty, RunJobStates.RunJobAlone)));

    private static string Where(string member, string condition) => $"($x := $states.input.{member}; {condition})";

    private static JsonObject Refuse(string fault, string message) => Asl.When(
        fault,
        JsonObject.Of(("Error", JobErrors.InvalidJobInput), ("Cause", JsonObject.Of(("Message", message)).ToString())),
        RunJobStates.FailureAwaited);
}
