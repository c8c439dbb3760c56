using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>RunJob's first part: the input gets its defaults and is checked; a fault is answered, not stumbled over.</summary>
internal static class RunJobInputStates
{
    private static readonly string[] Kept = { "TaskToken", "Tags", "WorkingDirectory", "ExecutionTimeout", "AttemptTimeoutSeconds" };

    internal static IEnumerable<KeyValuePair<string, JsonValue>> Build(RunJobStackOptions options)
    {
        yield return Asl.State(RunJobStates.ReadInput, Asl.Shape(
            "The input as a value and as text: only the text tells an object from other values without a runtime error.",
            JsonObject.Of(
                ("given.$", "$$.Execution.Input"),
                ("text.$", "States.JsonToString($$.Execution.Input)"),
                ("defaults", Defaults(options))),
            RunJobStates.IsObject));
        yield return Asl.State(RunJobStates.IsObject, Asl.Choose(
            "Anything else can't be merged with the defaults.",
            RunJobStates.NotObject,
            Asl.When(Asl.Is("$.text", "StringMatches", "{*"), RunJobStates.ApplyDefaults)));
        yield return Asl.State(RunJobStates.NotObject, JsonObject.Of(
            ("Type", "Fail"), ("Error", JobErrors.InvalidJobInput), ("Cause", Cause("The input must be an object with Tags and Commands."))));
        yield return Asl.State(RunJobStates.ApplyDefaults, Asl.Shape(
            "What the caller leaves out.", JsonObject.Of(("job.$", "States.JsonMerge($.defaults, $.given, false)")), RunJobStates.Measure));
        yield return Asl.State(RunJobStates.Measure, Asl.Shape(
            "The tags as text, to check them; the job's commands with our own lines around them.",
            JsonObject.Of(
                ("tags.$", "States.JsonToString($.job.Tags)"),
                ("before", Asl.Texts(EmbeddedScript.Read(EmbeddedScript.BeforeJob))),
                ("after", Asl.Texts(EmbeddedScript.Read(EmbeddedScript.AfterJob)))),
            RunJobStates.Check,
            "$.measured"));
        yield return Check();
        yield return Refusal(RunJobStates.BadCommands, "Commands must be a list of shell lines with at least one line.");
        yield return Refusal(RunJobStates.BadDirectory, "WorkingDirectory must be a string.");
        yield return Refusal(RunJobStates.BadTimeout, "ExecutionTimeout must be seconds as a string or a number.");
        yield return Refusal(RunJobStates.BadAttemptTimeout, "AttemptTimeoutSeconds must be a number from 1 to 99999999.");
        yield return Refusal(RunJobStates.BadTags, "Tags must be an object with at least one tag key and value, such as {\"role\":\"job_worker\"}.");
        yield return Asl.State(RunJobStates.DefaultDirectory, Asl.Put(
            "The agent takes its default directory for a relative one; an empty text is no parameter value.", ".", "$.job.WorkingDirectory", RunJobStates.Prepare));
        yield return Asl.State(RunJobStates.Prepare, Asl.Shape(
            "The job's lines and ours as one list: an array of arrays, and all that is in those.",
            JsonObject.Of(("lists.$", "States.Array($.measured.before, $.job.Commands, $.measured.after)"), ("job.$", "$.job")),
            RunJobStates.ListCommands));
        yield return Asl.State(RunJobStates.ListCommands, Asl.Shape(
            "What the job needs, and no second copy of its commands: every event of the history carries all data.",
            JsonObject.Of(
                ("commands.$", "$.lists[*][*]"),
                ("job", new JsonObject(Kept.Select(member => new KeyValuePair<string, JsonValue>(member + ".$", "$.job." + member))))),
            RunJobStates.IsAwaited));
    }

    private static KeyValuePair<string, JsonValue> Check() => Asl.State(RunJobStates.Check, Asl.Choose(
        "What the document itself checks (a timeout out of range, a tag value that is no string) comes back as its answer.",
        RunJobStates.Prepare,
        Asl.When(Asl.Not(Asl.IsText("$.job.Commands[0]")), RunJobStates.BadCommands),
        Asl.When(Asl.Not(Asl.Is("$.job.WorkingDirectory", "IsString", true)), RunJobStates.BadDirectory),
        Asl.When(
            Asl.Not(Asl.Or(Asl.Is("$.job.ExecutionTimeout", "IsString", true), Asl.Is("$.job.ExecutionTimeout", "IsNumeric", true))),
            RunJobStates.BadTimeout),
        Asl.When(
            Asl.Not(Asl.And(
                Asl.Is("$.job.AttemptTimeoutSeconds", "IsNumeric", true),
                Asl.Is("$.job.AttemptTimeoutSeconds", "NumericGreaterThanEquals", 1),
                Asl.Is("$.job.AttemptTimeoutSeconds", "NumericLessThanEquals", 99_999_999))),
            RunJobStates.BadAttemptTimeout),
        Asl.When(
            Asl.Or(Asl.Not(Asl.Is("$.measured.tags", "StringMatches", "{*")), Asl.Is("$.measured.tags", "StringEquals", "{}")),
            RunJobStates.BadTags),
        Asl.When(Asl.Is("$.job.WorkingDirectory", "StringEquals", ""), RunJobStates.DefaultDirectory)));

    private static JsonObject Defaults(RunJobStackOptions options) => JsonObject.Of(
        ("TaskToken", JsonValue.Null),
        ("Tags", JsonValue.Null),
        ("Commands", JsonArray.Empty),
        ("WorkingDirectory", "."),
        ("ExecutionTimeout", JobDefinition.DefaultExecutionTimeout.ToString(CultureInfo.InvariantCulture)),
        ("AttemptTimeoutSeconds", new JobTimeouts(JobDefinition.MaxExecutionTimeout, options).Attempt));

    private static KeyValuePair<string, JsonValue> Refusal(string name, string message) => Asl.State(name, Asl.Put(
        "The input can't be used.",
        JsonObject.Of(("Error", JobErrors.InvalidJobInput), ("Cause", Cause(message))),
        Asl.Failure,
        RunJobStates.FailureAwaited));

    private static string Cause(string message) => JsonObject.Of(("Message", message)).ToString();
}
