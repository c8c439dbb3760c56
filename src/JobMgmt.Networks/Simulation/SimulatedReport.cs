using System.Globalization;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Simulation;

/// <summary>What the Automation document reports of one job, with ids that stand for nothing: the members of <c>report_result.py</c>.</summary>
internal sealed class SimulatedReport(int number)
{
    private const string Worker = "i-00000000000000000";
    private const string Region = "us-east-1";
    private const string LogGroup = "/jobmgmt/jobs";

    private readonly string _id = string.Format(CultureInfo.InvariantCulture, "00000000-0000-4000-8000-{0:d12}", number);

    internal string RunJobExecutionArn => $"arn:aws:states:{Region}:123456789012:execution:RunJob:{_id}";

    internal JsonObject Success(int exitCode) => exitCode == 0 ? Command(null, "Success", null, 0) : Command(null, "Failed", "Failed", exitCode);

    internal string Failed(int exitCode) => Command(
        $"The command ended with exit code {exitCode.ToString(CultureInfo.InvariantCulture)} on {Worker}.", "Failed", "Failed", exitCode).ToString();

    internal string TimedOut() => Command($"The command ran into its execution timeout on {Worker} and was stopped.", "TimedOut", "ExecutionTimedOut", -1).ToString();

    /// <summary>The cause of an error that no command has to do with.</summary>
    internal string Failure(string error) => JsonObject.Of(
        ("Message", error switch
        {
            JobErrors.WorkerBusy => "No worker with the tags asked for is online.",
            JobErrors.JobCancelled => "The automation was stopped.",
            _ => $"The simulated job ended with {error}.",
        }),
        ("AutomationExecutionURL", Url),
        ("AutomationExecutionId", _id)).ToString();

    private string Url => $"https://{Region}.console.aws.amazon.com/systems-manager/automation/execution/{_id}?region={Region}";

    private JsonObject Command(string? message, string status, string? details, int responseCode)
    {
        var stream = $"{_id}/{Worker}/aws-runShellScript";
        return JsonObject.Of(
            ("Message", message is null ? null : (JsonValue)message),
            ("AutomationExecutionURL", Url),
            ("AutomationExecutionId", _id),
            ("InstanceId", Worker),
            ("CommandId", _id),
            ("Status", status),
            ("StatusDetails", details is null ? null : (JsonValue)details),
            ("ResponseCode", responseCode),
            ("LogGroupName", LogGroup),
            ("LogStreamNames", JsonObject.Of(("Stdout", stream + "/stdout"), ("Stderr", stream + "/stderr"))),
            ("CommandResult", JsonObject.Of(("Status", status), ("ResponseCode", responseCode), ("CommandId", _id))));
    }
}
