using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// The Automation document (schema 0.3): chooses one worker by its tags, runs the job's commands on it with Run Command, and answers
/// RunJob by task token. Whatever happens on the way, an answer is sent: the script that reports has a plain call behind it.
/// </summary>
internal static class RunShellScriptDocument
{
    private const string Runtime = "python3.11";
    private const string Callback = "callback";
    private const string CallbackCancelled = "callbackCancelled";
    private const string CallbackBackstop = "callbackBackstop";

    // 5 to 172800: outside of it the SSM agent silently takes 3600. Automation refuses the parameter, so RunJob can tell.
    internal const string ExecutionTimeoutPattern = "^([5-9]|[1-9][0-9]{1,4}|1[0-6][0-9]{4}|17[01][0-9]{3}|172[0-7][0-9]{2}|172800)$";

    internal static DocumentArtefact Artefact(RunJobStackNames names, RunJobStackOptions options) => new(
        names.RunShellScriptOnOneInstance,
        names.DocumentArn,
        "Runs a job's commands on one worker that has the tags asked for, and reports the result to RunJob.",
        Content(names, options))
    {
        Tags = StackTags.OfStack(names),
    };

    private static JsonObject Content(RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("description", "Runs commands on one of the nodes that have the given tags, and reports the result by task token."),
        ("schemaVersion", "0.3"),
        ("assumeRole", names.RoleArn(names.AutomationRole)),
        ("outputs", Asl.Texts("getInstanceId.instanceId", "runCommand.CommandId", "runCommand.Status", "runCommand.ResponseCode")),
        ("parameters", Parameters()),
        ("mainSteps", Asl.List(
            GetInstanceId(),
            ChooseOutcome(),
            RunCommand(names, options),
            Report(Callback, "Tells RunJob how the job ended.", cancelled: false, names),
            Report(CallbackCancelled, "Stops the command and tells RunJob that the job was cancelled.", cancelled: true, names),
            Backstop(names))));

    private static JsonObject Parameters() => JsonObject.Of(
        ("Tags", JsonObject.Of(("type", "StringMap"), ("description", "The tags that the worker must have: {\"<key>\": \"<value>\", ...}"))),
        ("Commands", JsonObject.Of(("type", "StringList"), ("description", "The shell lines."), ("displayType", "textarea"))),
        ("WorkingDirectory", JsonObject.Of(
            ("type", "String"), ("description", "The directory in which the commands start; a relative one leaves it to the SSM agent."), ("default", "."))),
        ("ExecutionTimeout", JsonObject.Of(
            ("type", "String"),
            ("description", "Seconds that the commands may run, 5 to 172800."),
            ("default", JobDefinition.DefaultExecutionTimeout.ToString(CultureInfo.InvariantCulture)),
            ("allowedPattern", ExecutionTimeoutPattern))),
        ("SuccessExitCodes", JsonObject.Of(
            ("type", "StringList"), ("description", "The exit codes that are a success."), ("default", Asl.Texts("0")))),
        ("ErrorNames", JsonObject.Of(
            ("type", "StringMap"), ("description", "Names of errors by exit code, for others than ExecutionFailed."), ("default", JsonObject.Empty))),
        ("Output", JsonObject.Of(
            ("type", "String"),
            ("description", "What of the output RunJob is told: its last line, or the JSON that it or its last line is."),
            ("default", "None"),
            ("allowedValues", Asl.Texts("None", "LastLine", "Json")))),
        ("TaskToken", JsonObject.Of(("type", "String"), ("description", "The Step Functions task token to answer."))));

    private static JsonObject GetInstanceId() => JsonObject.Of(
        ("name", "getInstanceId"),
        ("description", "Chooses one worker that is online."),
        ("action", "aws:executeScript"),
        ("inputs", Script(EmbeddedScript.SelectWorker, JsonObject.Of(("tags", "{{ Tags }}")))),
        ("outputs", Asl.List(Output("outcome", "Outcome"), Output("instanceId", "InstanceId"), Output("message", "Message"))),
        ("timeoutSeconds", JobTimeouts.SelectionStep),
        ("maxAttempts", JobTimeouts.SelectionAttempts),
        ("onFailure", "step:" + Callback),
        ("onCancel", "step:" + CallbackCancelled));

    private static JsonObject ChooseOutcome() => JsonObject.Of(
        ("name", "chooseOutcome"),
        ("description", "Runs the commands only where a worker was found."),
        ("action", "aws:branch"),
        ("inputs", JsonObject.Of(
            ("Choices", Asl.List(JsonObject.Of(("NextStep", "runCommand"), ("Variable", "{{ getInstanceId.outcome }}"), ("StringEquals", "Selected")))),
            ("Default", Callback))));

    private static JsonObject RunCommand(RunJobStackNames names, RunJobStackOptions options) => JsonObject.Of(
        ("name", "runCommand"),
        ("description", "Runs the commands on the chosen worker."),
        ("action", "aws:runCommand"),
        ("inputs", JsonObject.Of(
            ("DocumentName", "AWS-RunShellScript"),
            ("InstanceIds", Asl.Texts("{{ getInstanceId.instanceId }}")),
            ("Parameters", JsonObject.Of(
                ("commands", "{{ Commands }}"), ("workingDirectory", "{{ WorkingDirectory }}"), ("executionTimeout", "{{ ExecutionTimeout }}"))),
            ("Comment", "{{ automation:EXECUTION_ID }}"),
            ("CloudWatchOutputConfig", JsonObject.Of(("CloudWatchLogGroupName", names.JobLogGroup), ("CloudWatchOutputEnabled", true))),
            ("OutputS3BucketName", Asl.Optional(options.OutputS3BucketName)),
            ("OutputS3KeyPrefix", Asl.Optional(options.OutputS3BucketName is null ? null : options.OutputS3KeyPrefix)),
            ("TimeoutSeconds", JobTimeouts.Delivery))),
        ("timeoutSeconds", JobTimeouts.LongestCommand),
        ("isCritical", true),
        ("nextStep", Callback),
        ("onFailure", "step:" + Callback),
        ("onCancel", "step:" + CallbackCancelled));

    private static JsonObject Report(string name, string description, bool cancelled, RunJobStackNames names) => JsonObject.Of(
        ("name", name),
        ("description", description),
        ("action", "aws:executeScript"),
        ("inputs", Script(cancelled ? EmbeddedScript.ReportCancelled : EmbeddedScript.ReportResult, JsonObject.Of(
            ("executionId", "{{ automation:EXECUTION_ID }}"),
            ("region", "{{ global:REGION }}"),
            ("consoleHost", names.ConsoleHost),
            ("logGroup", names.JobLogGroup),
            ("successExitCodes", cancelled ? null : (JsonValue)"{{ SuccessExitCodes }}"),
            ("errorNames", cancelled ? null : (JsonValue)"{{ ErrorNames }}"),
            ("output", cancelled ? null : (JsonValue)"{{ Output }}"),
            ("taskToken", "{{ TaskToken }}")))),
        ("timeoutSeconds", JobTimeouts.CallbackStep),
        ("maxAttempts", JobTimeouts.CallbackAttempts),
        ("onFailure", "step:" + CallbackBackstop),
        ("onCancel", cancelled ? null : (JsonValue)("step:" + CallbackCancelled)),
        ("isEnd", true));

    private static JsonObject Backstop(RunJobStackNames names) => JsonObject.Of(
        ("name", CallbackBackstop),
        ("description", "The report itself failed: says at least that, without any script."),
        ("action", "aws:executeAwsApi"),
        ("inputs", JsonObject.Of(
            ("Service", "stepfunctions"),
            ("Api", "SendTaskFailure"),
            ("taskToken", "{{ TaskToken }}"),
            ("error", JobErrors.ResultNotReported),
            ("cause", BackstopCause(names)))),
        ("timeoutSeconds", JobTimeouts.CallbackStep),
        ("maxAttempts", JobTimeouts.CallbackAttempts),
        ("isEnd", true));

    // The substitutions are ids and names without a character that JSON escapes, so the text stays JSON.
    private static string BackstopCause(RunJobStackNames names) => JsonObject.Of(
        ("Message", "The job's result could not be read or reported; the automation's steps tell how far it came."),
        ("AutomationExecutionURL", $"https://{names.ConsoleHost}/systems-manager/automation/execution/{{{{ automation:EXECUTION_ID }}}}?region={{{{ global:REGION }}}}"),
        ("AutomationExecutionId", "{{ automation:EXECUTION_ID }}")).ToString();

    private static JsonObject Script(string script, JsonObject payload) => JsonObject.Of(
        ("Runtime", Runtime), ("Handler", "script_handler"), ("Script", EmbeddedScript.ReadPython(script)), ("InputPayload", payload));

    private static JsonObject Output(string name, string member) => JsonObject.Of(("Name", name), ("Selector", "$.Payload." + member), ("Type", "String"));
}
