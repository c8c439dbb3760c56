using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Runs;

/// <summary>What a job's callback, or SSM, tells of its command; each part may be unknown.</summary>
public sealed record JobResult
{
    /// <summary>Nothing is known.</summary>
    public static readonly JobResult Unknown = new();

    /// <summary>The automation that ran the job.</summary>
    public string? AutomationExecutionId { get; init; }

    /// <summary>The Run Command command.</summary>
    public string? CommandId { get; init; }

    /// <summary>The worker.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The exit code; null where the command did not end by itself.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The log group with the whole output.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>What the job tells of its output; null where it tells nothing.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>Fills what is unknown here from another source.</summary>
    public JobResult Or(JobResult other) => new()
    {
        AutomationExecutionId = AutomationExecutionId ?? other.AutomationExecutionId,
        CommandId = CommandId ?? other.CommandId,
        InstanceId = InstanceId ?? other.InstanceId,
        ExitCode = ExitCode ?? other.ExitCode,
        LogGroupName = LogGroupName ?? other.LogGroupName,
        Output = Output ?? other.Output,
    };

    /// <summary>
    /// Reads a callback's output or cause. Ours names everything at the top; the article's has the command in <c>CommandResult</c>, and
    /// only the console's URL for the automation. Text that is no JSON object tells nothing.
    /// </summary>
    public static JobResult Read(JsonValue? value)
    {
        if (value is not JsonObject body)
        {
            return value is JsonString text ? Parse(text.Value) : Unknown;
        }

        JsonObject command = body["CommandResult"] as JsonObject ?? JsonObject.Empty;
        int? exitCode = Whole(body["ResponseCode"]) ?? Whole(command["ResponseCode"]);
        return new JobResult
        {
            AutomationExecutionId = Text(body["AutomationExecutionId"]) ?? IdInUrl(Text(body["AutomationExecutionURL"])),
            CommandId = Text(body["CommandId"]) ?? Text(command["CommandId"]),
            InstanceId = Text(body["InstanceId"]),
            ExitCode = exitCode < 0 ? null : exitCode, // -1: SSM never got as far as an exit code
            LogGroupName = Text(body["LogGroupName"]) ?? Text(body["CloudWatchLogGroupName"]),
            Output = body["Output"],
        };
    }

    /// <summary>Reads a cause.</summary>
    public static JobResult Parse(string? text)
        => text is not null && JsonValue.TryParse(text, out JsonValue? value) && value is JsonObject ? Read(value) : Unknown;

    private static string? IdInUrl(string? url)
    {
        const string before = "/automation/execution/";
        int at = url?.IndexOf(before, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : url!.Substring(at + before.Length).Split('?', '/', '#')[0];
    }

    private static string? Text(JsonValue? value) => value is JsonString { Value.Length: > 0 } text ? text.Value : null;

    private static int? Whole(JsonValue? value)
        => value is JsonNumber number && number.TryToInt64(out long whole) ? (int)whole
            : value is JsonString text && int.TryParse(text.Value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int parsed) ? parsed
            : null;
}
