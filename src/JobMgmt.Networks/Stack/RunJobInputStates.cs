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

    // Names of variables. Ours are not for the taking, and the shell refuses to set its own.
    private const string Names = "$count($filter($keys($x), function($k) { $not($contains($k, /^[A-Za-z_][A-Za-z0-9_]*$/)) or $contains($k, /^(JOBMGMT_.*|BASHOPTS|BASH_VERSINFO|EUID|PPID|SHELLOPTS|UID)$/) })) > 0";

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
            Where("Commands", "$contains('\\n' & $join($x, '\\n') & '\\n', '\\nJOBMGMT_END_OF_JOB\\n')"),
            "Commands must not have the line JOBMGMT_END_OF_JOB, by which RunJob ends them."),
        Refuse(Where("Packing", "$exists($x) ? $not($x = 'gzip') or $count($states.input.Commands) != 1 : false"), "Packing must be gzip, with the lines as one text in Base64."),
        Refuse(
            Where("Environment", $"$exists($x) ? ($type($x) = 'object' ? {Names} : true) : false"),
            "Environment must be an object whose members are names of variables (letters, digits and _, no digit first; not JOBMGMT_…, nor one of the shell's own such as UID)."),
        Refuse(
            Where("Environment", "$exists($x) ? $count($filter($keys($x), function($k) { $contains($string($lookup($x, $k)), /\\u0000/) })) > 0 : false"),
            "Environment has a value with a NUL character, which no variable can hold."),
        Refuse(
            Where(
                "Secrets",
                $"$exists($x) ? ($type($x) = 'object' ? {Names} or $count($filter($keys($x), function($k) {{ $type($lookup($x, $k)) = 'string' ? $not($contains($lookup($x, $k), /^[A-Za-z0-9_.:\\/-]{{1,1011}}$/)) : true }})) > 0 : true) : false"),
            "Secrets must be an object of names of variables and the names of SSM parameters, such as {\"PASSWORD\":\"/batch/password\"}."),
        Refuse(
            Where(
                "SuccessExitCodes",
                "$exists($x) ? ($type($x) = 'array' ? $count($x) = 0 or $count($filter($x, function($c) { $type($c) = 'number' ? $c < 0 or $c > 255 or $c = 194 or $floor($c) != $c : true })) > 0 : true) : false"),
            "SuccessExitCodes must be a list of exit codes from 0 to 255, without 194, such as [0, 3]."),
        Refuse(
            Where(
                "ErrorNames",
                "$exists($x) ? ($type($x) = 'object' ? $count($filter($keys($x), function($k) { $contains($k, /^(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])$/) and $not($k = '194') and $type($lookup($x, $k)) = 'string' "
                + "? $not($contains($lookup($x, $k), /^[^{}\\u0000-\\u001f]{1,256}$/)) or $substring($lookup($x, $k), 0, 7) = 'States.' : true })) > 0 : true) : false"),
            "ErrorNames must be an object of exit codes from 0 to 255, without 194, and error names without braces that do not begin with States., such as {\"75\":\"Temporary\"}."),
        Refuse(Where("Attempt", "$exists($x) ? ($type($x) = 'number' ? $x < 1 or $floor($x) != $x : true) : false"), "Attempt must be a whole number from 1."),
        Refuse(
            Where("Item", "$exists($x) ? $contains($string($x), /\\u0000/) : false"),
            "Item has a NUL character, which no variable can hold."),
        Refuse(Where("ItemIndex", "$exists($x) ? ($type($x) = 'number' ? $x < 0 or $floor($x) != $x : true) : false"), "ItemIndex must be a whole number from 0."),
        Refuse(Where("Output", "$exists($x) ? $not($x in ['None', 'LastLine', 'Json']) : false"), "Output must be None, LastLine or Json."),
        Refuse(
            "$length($string([$states.input.Commands, $states.input.Tags, $states.input.WorkingDirectory, $states.input.Environment, $states.input.Secrets, $states.input.ErrorNames, $states.input.Item])) > " + MaxCharacters.ToString(CultureInfo.InvariantCulture),
            "Commands, Tags, WorkingDirectory, Environment, Secrets, ErrorNames and Item are too long: an Automation document takes 64 KB together with its parameters."),
        Asl.When("$not($type($states.input.TaskToken) = 'string')", JsonObject.Empty, RunJobStates.RunJobAlone)));

    private static string Where(string member, string condition) => $"($x := $states.input.{member}; {condition})";

    private static JsonObject Refuse(string fault, string message) => Asl.When(
        fault,
        JsonObject.Of(("Error", JobErrors.InvalidJobInput), ("Cause", JsonObject.Of(("Message", message)).ToString())),
        RunJobStates.FailureAwaited);
}
