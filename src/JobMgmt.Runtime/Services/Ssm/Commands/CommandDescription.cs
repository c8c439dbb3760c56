using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>Commands and invocations as the API shows them.</summary>
internal sealed class CommandDescription(RuntimeIdentity identity)
{
    private const int MostPluginOutput = 2500;

    public JsonObject Command(CommandRecord command, IReadOnlyCollection<CommandInvocationRecord> invocations) => JsonObject.Of(
        ("CommandId", command.CommandId),
        ("DocumentName", command.DocumentName),
        ("DocumentVersion", Text(command, "DocumentVersion", "$DEFAULT")),
        ("Comment", Text(command, "Comment")),
        ("ExpiresAfter", command.Expires.EpochSeconds()),
        ("Parameters", command.Request["Parameters"] ?? JsonObject.Empty),
        ("InstanceIds", command.Request["InstanceIds"] ?? JsonArray.Empty),
        ("Targets", command.Request["Targets"] ?? JsonArray.Empty),
        ("RequestedDateTime", command.Requested.EpochSeconds()),
        ("Status", command.Status),
        ("StatusDetails", command.StatusDetails),
        ("OutputS3Region", Text(command, "OutputS3Region", identity.Region)),
        ("OutputS3BucketName", Text(command, "OutputS3BucketName")),
        ("OutputS3KeyPrefix", Text(command, "OutputS3KeyPrefix")),
        ("MaxConcurrency", Text(command, "MaxConcurrency", "50")),
        ("MaxErrors", Text(command, "MaxErrors", "0")),
        ("TargetCount", invocations.Count),
        ("CompletedCount", invocations.Count(invocation => invocation.HasEnded)),
        ("ErrorCount", invocations.Count(CommandStatus.IsError)),
        ("DeliveryTimedOutCount", invocations.Count(invocation => invocation.StatusDetails == CommandStatus.DeliveryTimedOut)),
        ("ServiceRole", Text(command, "ServiceRoleArn")),
        ("NotificationConfig", Notification(command)),
        ("CloudWatchOutputConfig", CloudWatch(command)),
        ("TimeoutSeconds", (long)(command.DeliverUntil - command.Requested).TotalSeconds));

    /// <summary>As ListCommandInvocations shows it.</summary>
    public JsonObject Invocation(CommandRecord command, CommandInvocationRecord invocation, bool hasDetails) => JsonObject.Of(
        ("CommandId", command.CommandId),
        ("InstanceId", invocation.InstanceId),
        ("InstanceName", invocation.InstanceName),
        ("Comment", Text(command, "Comment")),
        ("DocumentName", command.DocumentName),
        ("DocumentVersion", Text(command, "DocumentVersion", "$DEFAULT")),
        ("RequestedDateTime", command.Requested.EpochSeconds()),
        ("Status", invocation.Status),
        ("StatusDetails", invocation.StatusDetails),
        ("TraceOutput", ""),
        ("StandardOutputUrl", OutputUrl(command, invocation, "stdout")),
        ("StandardErrorUrl", OutputUrl(command, invocation, "stderr")),
        ("CommandPlugins", hasDetails ? new JsonArray([Plugin(command, invocation)]) : JsonArray.Empty),
        ("ServiceRole", Text(command, "ServiceRoleArn")),
        ("NotificationConfig", Notification(command)),
        ("CloudWatchOutputConfig", CloudWatch(command)));

    /// <summary>As GetCommandInvocation shows it. Times are texts here, empty before they are known.</summary>
    public JsonObject Output(CommandRecord command, CommandInvocationRecord invocation) => JsonObject.Of(
        ("CommandId", command.CommandId),
        ("InstanceId", invocation.InstanceId),
        ("Comment", Text(command, "Comment")),
        ("DocumentName", command.DocumentName),
        ("DocumentVersion", Text(command, "DocumentVersion", "$DEFAULT")),
        ("PluginName", ScriptDocument.Find(command.DocumentName)!.Plugin),
        ("ResponseCode", invocation.ResponseCode),
        ("ExecutionStartDateTime", invocation.Started?.ToIsoText() ?? ""),
        ("ExecutionElapsedTime", invocation is { Started: { } started, Ended: { } ended } ? (ended - started).ToIsoText() : ""),
        ("ExecutionEndDateTime", invocation.Started is null ? "" : invocation.Ended?.ToIsoText() ?? ""),
        ("Status", invocation.Status),
        ("StatusDetails", invocation.StatusDetails),
        ("StandardOutputContent", invocation.Stdout),
        ("StandardOutputUrl", OutputUrl(command, invocation, "stdout")),
        ("StandardErrorContent", invocation.Stderr),
        ("StandardErrorUrl", OutputUrl(command, invocation, "stderr")),
        ("CloudWatchOutputConfig", CloudWatch(command)));

    private JsonObject Plugin(CommandRecord command, CommandInvocationRecord invocation) => JsonObject.Of(
        ("Name", ScriptDocument.Find(command.DocumentName)!.Plugin),
        ("Status", invocation.Status),
        ("StatusDetails", invocation.StatusDetails),
        ("ResponseCode", invocation.ResponseCode),
        ("ResponseStartDateTime", invocation.Started?.EpochSeconds()),
        ("ResponseFinishDateTime", invocation.Ended?.EpochSeconds()),
        ("Output", PluginOutput.Join(invocation.Stdout, invocation.Stderr, MostPluginOutput)),
        ("StandardOutputUrl", OutputUrl(command, invocation, "stdout")),
        ("StandardErrorUrl", OutputUrl(command, invocation, "stderr")),
        ("OutputS3Region", Text(command, "OutputS3Region", identity.Region)),
        ("OutputS3BucketName", Text(command, "OutputS3BucketName")),
        ("OutputS3KeyPrefix", Text(command, "OutputS3KeyPrefix")));

    private string OutputUrl(CommandRecord command, CommandInvocationRecord invocation, string stream) =>
        Text(command, "OutputS3BucketName") is { Length: > 0 } bucket
            ? $"https://s3.{Text(command, "OutputS3Region", identity.Region)}.amazonaws.com/{bucket}/{OutputUpload.Key(command, invocation, stream)}"
            : "";

    private static JsonObject CloudWatch(CommandRecord command)
    {
        var config = command.Request.Object("CloudWatchOutputConfig");
        return JsonObject.Of(("CloudWatchLogGroupName", config?.Text("CloudWatchLogGroupName") ?? ""), ("CloudWatchOutputEnabled", config?.Flag("CloudWatchOutputEnabled") ?? false));
    }

    private static JsonObject Notification(CommandRecord command)
    {
        var config = command.Request.Object("NotificationConfig");
        return JsonObject.Of(
            ("NotificationArn", config?.Text("NotificationArn") ?? ""),
            ("NotificationEvents", config?.List("NotificationEvents") ?? JsonArray.Empty),
            ("NotificationType", config?.Text("NotificationType") ?? ""));
    }

    private static string Text(CommandRecord command, string name, string otherwise = "") => command.Request.Text(name) is { Length: > 0 } value ? value : otherwise;
}
